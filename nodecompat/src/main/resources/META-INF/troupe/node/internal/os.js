// nodejs.org/api/os.html, v22. Missing: see os.
'use strict';

const { codes } = require('internal/errors');
const { validateInt32 } = require('internal/validators');
const { process } = require('internal/process/object');
const constants = require('internal/os/constants');
const binding = internalBinding('os');

const uname = () => binding.kernel().split('\n');

function tmpdir() {
  const { env } = process;
  const path = env.TMPDIR || env.TMP || env.TEMP || '/tmp';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function cpus() {
  return binding.cpus().split('\n').map((line) => {
    const [speed, user, nice, sys, idle, irq, ...model] = line.split(' ');
    const times = { user: Number(user), nice: Number(nice), sys: Number(sys), idle: Number(idle), irq: Number(irq) };
    return { model: model.join(' '), speed: Number(speed), times };
  });
}

/** A prefix of `bits` bits as groups joined by `separator`. */
function netmask(bits, width, groups, separator, radix) {
  const parts = [];
  for (let i = 0; i < groups; i++) {
    const ones = Math.min(width, Math.max(0, bits - i * width));
    parts.push((2 ** width - 2 ** (width - ones)).toString(radix));
  }
  return parts.join(separator);
}

function netmask6(bits) {
  const full = Math.ceil(bits / 16);
  if (full === 8) return netmask(bits, 16, 8, ':', 16);
  return `${netmask(bits, 16, full, ':', 16)}::`;
}

/** The shortest spelling (RFC 5952) of the eight groups that Java writes. */
function compressed(address) {
  return new (require('internal/url').URL)(`http://[${address}]`).hostname.slice(1, -1);
}

function networkInterfaces() {
  const result = {};
  for (const line of binding.interfaces().split('\n')) {
    if (line === '') continue;
    const [name, text, prefix, mac, internal, scope] = line.split(' ');
    const six = text.includes(':');
    const address = six ? compressed(text) : text;
    const entry = {
      address,
      netmask: six ? netmask6(Number(prefix)) : netmask(Number(prefix), 8, 4, '.', 10),
      family: six ? 'IPv6' : 'IPv4',
      mac,
      internal: internal === 'true',
      cidr: `${address}/${prefix}`,
    };
    if (six) entry.scopeid = Number(scope);
    (result[name] ??= []).push(entry);
  }
  return result;
}

const homedir = () => process.env.HOME || binding.home();

function userInfo(options) {
  const encoding = options?.encoding;
  const { Buffer } = require('buffer');
  const text = encoding === 'buffer' ? (value) => Buffer.from(value) : (value) => value;
  return {
    __proto__: null,
    uid: process.getuid(),
    gid: process.getgid(),
    username: text(binding.user()),
    homedir: text(binding.home()),
    shell: text('/bin/sh'),
  };
}

let priority = 0;

function checkedPid(pid, call) {
  validateInt32(pid, 'pid');
  if (pid === 0 || pid === process.pid) return;
  throw priorityError(call, 'ESRCH', -3, 'no such process');
}

function priorityError(syscall, code, errno, message) {
  return new codes.ERR_SYSTEM_ERROR({ syscall, code, errno, message });
}

function getPriority(pid = 0) {
  checkedPid(pid, 'uv_os_getpriority');
  return priority;
}

function setPriority(pid, value) {
  if (value === undefined) {
    value = pid;
    pid = 0;
  }
  validateInt32(pid, 'pid');
  validateInt32(value, 'priority', -20, 19);
  checkedPid(pid, 'uv_os_setpriority');
  // as for any unprivileged process: it may step back only
  if (value < priority) throw priorityError('uv_os_setpriority', 'EACCES', -13, 'permission denied');
  priority = value;
}

const os = {
  arch: () => process.arch,
  availableParallelism: () => binding.processors(),
  cpus,
  endianness: () => (new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'LE' : 'BE'),
  freemem: () => Number(binding.memory().split(' ')[1]),
  getPriority,
  homedir,
  hostname: () => binding.hostname(),
  loadavg: () => binding.load().split(' ').map(Number),
  networkInterfaces,
  platform: () => process.platform,
  release: () => uname()[1],
  setPriority,
  tmpdir,
  totalmem: () => Number(binding.memory().split(' ')[0]),
  type: () => uname()[0],
  userInfo,
  uptime: () => binding.uptime(),
  version: () => uname()[2],
  machine: () => uname()[3],
};

for (const name of ['availableParallelism', 'arch', 'endianness', 'freemem', 'homedir', 'hostname', 'platform', 'release', 'tmpdir', 'totalmem',
  'type', 'uptime', 'version', 'machine']) {
  const call = os[name];
  Object.defineProperty(call, Symbol.toPrimitive, { __proto__: null, value: () => call() });
}

const fixed = (value) => ({ __proto__: null, value, enumerable: true, configurable: true, writable: false });
Object.defineProperties(os, {
  constants: { ...fixed(constants), configurable: false },
  EOL: fixed('\n'),
  devNull: fixed('/dev/null'),
});

module.exports = os;
