// nodejs.org/api/cli.html, v22: Node's flags as the host gave them in the actor's runtime arguments and in NODE_OPTIONS. Only the flags that are
// asked for below and in other modules mean anything here; the others are kept and not looked at.
'use strict';

const realm = internalBinding('realm');

/** Flags that take the next word as their value when there is no `=`. */
const WITH_VALUE = new Set([
  '--conditions', '--disable-proto', '--disable-warning', '--dns-result-order', '--env-file', '--env-file-if-exists', '--eval', '--experimental-loader',
  '--import', '--input-type', '--max-http-header-size', '--require', '--stack-trace-limit', '--test-name-pattern', '--title',
  '--unhandled-rejections',
]);

const SHORT = {
  __proto__: null, '-C': '--conditions', '-c': '--check', '-e': '--eval', '-p': '--print', '-pe': '--print', '-r': '--require',
  '--loader': '--experimental-loader',
};

/** Globals that --no-… leaves out. */
const GLOBALS = {
  __proto__: null,
  '--experimental-fetch': ['fetch', 'FormData', 'Headers', 'Request', 'Response'],
  '--experimental-global-customevent': ['CustomEvent'],
  '--experimental-global-navigator': ['navigator'],
  '--experimental-global-webcrypto': ['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto'],
};

let parsed;

/** name to value: true, false for `--no-name`, or text; of a repeated flag the last. `all` has every value. */
function parse() {
  parsed = new Map();
  const words = JSON.parse(realm.flags());
  for (let i = 0; i < words.length; i++) {
    const equals = words[i].indexOf('=');
    const written = (equals < 0 ? words[i] : words[i].slice(0, equals)).replaceAll('_', '-');
    const name = SHORT[written] ?? written;
    let value = equals < 0 ? true : words[i].slice(equals + 1);
    if (name === '--print') { // --print TEXT is --print --eval TEXT
      if (value !== true) set('--eval', value);
      else if (i + 1 < words.length && !words[i + 1].startsWith('-')) set('--eval', words[++i]);
      value = true;
    }
    if (value === true && WITH_VALUE.has(name) && i + 1 < words.length) value = words[++i];
    if (name.startsWith('--no-')) set(`--${name.slice(5)}`, false);
    else set(name, value);
  }
}

function set(name, value) {
  const before = parsed.get(name);
  parsed.set(name, { value, all: before === undefined ? [value] : [...before.all, value] });
}

function entry(name) {
  if (parsed === undefined) parse();
  return parsed.get(name);
}

const option = (name) => entry(name)?.value;
const values = (name) => entry(name)?.all ?? [];

/** What flags change before the program's first line; called only if there are any. */
function apply() {
  const limit = Number(option('--stack-trace-limit') ?? NaN);
  if (Number.isInteger(limit) && limit >= 0) Error.stackTraceLimit = limit;
  if (option('--expose-gc') === true) exposeCollector();
  for (const flag of Object.keys(GLOBALS)) {
    if (option(flag) === false) for (const name of GLOBALS[flag]) delete globalThis[name];
  }
  for (const path of values('--env-file')) require('internal/process/env_file').loadEnvFile(path);
  for (const path of values('--env-file-if-exists')) loadIfExists(path);
  const proto = option('--disable-proto');
  if (proto === 'delete') delete Object.prototype.__proto__;
  else if (proto === 'throw') refuseProto();
}

function loadIfExists(path) {
  if (require('fs').existsSync(path)) require('internal/process/env_file').loadEnvFile(path);
}

function exposeCollector() {
  const value = function gc(options) {
    internalBinding('process').collect();
    if (options?.execution === 'async') return new Promise((resolve) => require('timers').setImmediate(resolve));
    return undefined;
  };
  Object.defineProperty(globalThis, 'gc', { __proto__: null, value, writable: true, configurable: true });
}

function refuseProto() {
  const refuse = () => {
    throw new (require('internal/errors').codes.ERR_PROTO_ACCESS)();
  };
  Object.defineProperty(Object.prototype, '__proto__', { __proto__: null, get: refuse, set: refuse, configurable: true });
}

module.exports = { option, values, apply };
