// nodejs.org/api/process.html, v22: the object itself. The heavier parts come from internal/process/* on first use. Missing: report,
// channel and send, domains, permission, the memory of a single actor (memoryUsage tells about the
// whole process), cpuUsage and resourceUsage (they throw).
'use strict';

const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { validateString } = require('internal/validators');
const realm = internalBinding('realm');

const VERSION = '22.22.2';

// a prototype of its own between the object and EventEmitter.prototype, as in Node
function process() {}
Object.setPrototypeOf(process.prototype, EventEmitter.prototype);
const self = Object.create(process.prototype);
defineValue('constructor', process, process.prototype);
defineValue(Symbol.toStringTag, 'process', self, false);
EventEmitter.call(self);

function defineValue(name, value, target = self, writable = true) {
  Object.defineProperty(target, name, { __proto__: null, value, writable, configurable: true });
}

function readOnly(name, value) {
  Object.defineProperty(self, name, { __proto__: null, value, writable: false, enumerable: true, configurable: true });
}

readOnly('version', `v${VERSION}`);
defineLazy(self, 'versions', () => Object.freeze({ node: VERSION, openssl: '3.0.17', graaljs: realm.engineVersion() }));
readOnly('arch', 'x64');
readOnly('platform', 'linux');
defineLazy(self, 'release', () => ({ name: 'node', lts: 'Jod' }));
self.title = 'node';
self.pid = 1;
self.ppid = 0;
self.execPath = '/usr/local/bin/node';
self.execArgv = JSON.parse(realm.execArgv());
self.debugPort = 9229;
self.argv0 = 'node';
defineLazy(self, 'argv', () => [self.execPath, realm.scriptPath(), ...JSON.parse(realm.argv())]);
defineLazy(self, 'env', () => require('internal/process/env').env(JSON.parse(realm.env())));
defineLazy(self, 'config', () => Object.freeze({
  target_defaults: Object.freeze({ cflags: [], default_configuration: 'Release', defines: [], include_dirs: [], libraries: [] }),
  variables: Object.freeze({ napi_build_version: '10', v8_enable_i18n_support: 1 }),
}));
defineLazy(self, 'features', () => ({
  inspector: false, debug: false, uv: false, ipv6: true, tls_alpn: true, tls_sni: true, tls_ocsp: false, tls: true,
  cached_builtins: true, require_module: true, typescript: 'strip',
}));
defineLazy(self, 'allowedNodeEnvironmentFlags', () => require('internal/process/flags').flags());
self.report = undefined;

for (const [name, module] of [['stdout', 'stdio'], ['stderr', 'stdio'], ['stdin', 'stdio']]) {
  let made;
  Object.defineProperty(self, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: () => (made ??= require(`internal/process/${module}`)[name]()),
    set: (value) => defineValue(name, value),
  });
}

let exitCode;
Object.defineProperty(self, 'exitCode', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: () => exitCode,
  set(code) {
    exitCode = require('internal/process/execution').checkedCode(code, 'code');
  },
});

self.nextTick = require('internal/ticks').nextTick;
self.exit = function exit(code) {
  require('internal/process/execution').exitNow(code, arguments.length > 0);
};
self.reallyExit = (code) => realm.exit(code ?? 0);
self.abort = () => realm.exit(134);

const hrtimeBigInt = () => BigInt(realm.hrtime());
self.hrtime = function hrtime(previous) {
  const now = hrtimeBigInt();
  let seconds = Number(now / 1000000000n);
  let nanos = Number(now % 1000000000n);
  if (previous === undefined) return [seconds, nanos];
  const { validateArray } = require('internal/validators');
  validateArray(previous, 'time');
  if (previous.length !== 2) throw new codes.ERR_OUT_OF_RANGE('time', 2, previous.length);
  seconds -= previous[0];
  nanos -= previous[1];
  return nanos < 0 ? [seconds - 1, nanos + 1e9] : [seconds, nanos];
};
self.hrtime.bigint = hrtimeBigInt;

const born = realm.hrtime();
self.uptime = () => Number(BigInt(realm.hrtime()) - BigInt(born)) / 1e9;

self.memoryUsage = function memoryUsage() {
  const used = Number(realm.heapUsed());
  return { rss: used, heapTotal: used, heapUsed: used, external: 0, arrayBuffers: 0 };
};
self.memoryUsage.rss = () => Number(realm.heapUsed());
self.constrainedMemory = () => 0;
self.availableMemory = () => Number(realm.heapUsed());

for (const name of ['cpuUsage', 'resourceUsage']) {
  self[name] = { [name]() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`process.${name}()`);
  } }[name];
}

self.cwd = () => require('internal/process/cwd').cwd();
self.chdir = (directory) => require('internal/process/cwd').chdir(directory);
let mask = 0o22;
self.umask = function umask(value) {
  const before = mask;
  if (value === undefined) return before;
  mask = require('internal/validators').parseFileMode(value, 'mask') & 0o777;
  return before;
};
for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) self[name] = { [name]: () => 1000 }[name];
self.getgroups = () => [1000];

self.kill = (pid, signal) => require('internal/process/signals').kill(pid, signal);
self.emitWarning = (...args) => require('internal/process/warning').emitWarning(...args);
self.setUncaughtExceptionCaptureCallback = (fn) => require('internal/process/execution').setCapture(fn);
self.hasUncaughtExceptionCaptureCallback = () => require('internal/process/execution').hasCapture();
self.setSourceMapsEnabled = (enabled) => require('internal/validators').validateBoolean(enabled, 'val');
self.getActiveResourcesInfo = () => require('internal/timers').activeResources();
self.getBuiltinModule = (id) => {
  validateString(id, 'id');
  return require('internal/builtin_modules').find(id);
};
self.binding = (name) => {
  throw Object.assign(new Error(`No such module: ${name}`), { code: 'ERR_INVALID_MODULE' });
};
self.dlopen = () => {
  throw Object.assign(new Error('Native addons cannot be loaded by Troupe'), { code: 'ERR_DLOPEN_FAILED' });
};
self.loadEnvFile = () => {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('process.loadEnvFile()');
};
self.ref = (target) => (target?.[Symbol.for('nodejs.ref')] ?? target?.ref)?.call(target);
self.unref = (target) => (target?.[Symbol.for('nodejs.unref')] ?? target?.unref)?.call(target);

module.exports = { process: self, settleExitCode: (code) => { exitCode = code; } };
