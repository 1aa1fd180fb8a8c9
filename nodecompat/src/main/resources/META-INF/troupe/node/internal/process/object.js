// nodejs.org/api/process.html, v22: the object itself. The heavier parts come from internal/process/* on first use. Missing: channel and send,
// the memory of a single actor (memoryUsage tells about the whole process); report, execve, dlopen and binding throw.
'use strict';

const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const realm = internalBinding('realm');

const VERSION = '22.22.2';

// a prototype of its own between the object and EventEmitter.prototype, as in Node
function process() {}
Object.setPrototypeOf(process.prototype, EventEmitter.prototype);
const self = Object.create(process.prototype);
defineValue('constructor', process, process.prototype);
defineValue(Symbol.toStringTag, 'process', self);
EventEmitter.call(self);

function defineValue(name, value, target = self, writable = true) {
  Object.defineProperty(target, name, { __proto__: null, value, writable, configurable: true });
}

function readOnly(name, value) {
  Object.defineProperty(self, name, { __proto__: null, value, writable: false, enumerable: true, configurable: true });
}

readOnly('version', `v${VERSION}`);
// what packages compare: the interfaces that Troupe follows, not libraries that it contains; `graaljs` is the engine
defineLazy(self, 'versions', () => Object.freeze({
  node: VERSION, graaljs: realm.engineVersion(), modules: '127', openssl: '3.0.17', uv: '1.51.0', v8: '12.4.254.21-node.33', zlib: '1.3.1',
}));
defineLazy(self, 'arch', () => internalBinding('process').arch);
readOnly('platform', 'linux');
defineLazy(self, 'release', () => ({ name: 'node', lts: 'Jod' }));
self.pid = 1;
self.ppid = 0;
self.execPath = '/usr/local/bin/node';
self.execArgv = JSON.parse(realm.execArgv());
self.title = 'node';
if (realm.flags() !== '[]') require('internal/process/flags').describe(self);
self.debugPort = 9229;
self.argv0 = 'node';
defineLazy(self, 'argv', () => [self.execPath, ...(self._eval === undefined ? [realm.scriptPath()] : []), ...JSON.parse(realm.argv())]);
defineLazy(self, 'env', () => require('internal/process/env').env(JSON.parse(realm.env())));
defineLazy(self, 'config', () => Object.freeze({
  target_defaults: Object.freeze({ cflags: [], default_configuration: 'Release', defines: [], include_dirs: [], libraries: [] }),
  variables: Object.freeze({
    napi_build_version: '10', node_module_version: 127, node_builtin_shareable_builtins: Object.freeze([]), node_shared_openssl: false, v8_enable_i18n_support: 1,
  }),
}));
defineLazy(self, 'moduleLoadList', () => require.names().map((name) => `NativeModule ${name}`));
defineLazy(self, 'features', () => ({
  inspector: false, debug: false, uv: true, ipv6: true, openssl_is_boringssl: false, tls_alpn: true, tls_sni: true, tls_ocsp: false, tls: true,
  cached_builtins: true, require_module: true, typescript: 'strip',
}));
defineLazy(self, 'allowedNodeEnvironmentFlags', () => require('internal/process/flags').flags());
defineLazy(self, 'report', () => require('internal/not_implemented').addMissing({}, 'process.report', 'getReport writeReport'));
defineLazy(self, 'finalization', () => require('internal/process/finalization').finalization);

defineLazy(self, 'stdout', () => require('internal/process/stdio').stdout());
defineLazy(self, 'stderr', () => require('internal/process/stdio').stderr());
defineLazy(self, 'stdin', () => require('internal/process/stdio').stdin());

let exitCode;
Object.defineProperty(self, 'exitCode', {
  __proto__: null,
  configurable: false,
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

// written out, as a loop would give each function a scope, which costs each actor more than the function
const usage = () => require('internal/process/usage');
Object.assign(self, {
  cpuUsage(...args) { return usage().cpuUsage(...args); },
  threadCpuUsage(...args) { return usage().threadCpuUsage(...args); },
  resourceUsage(...args) { return usage().resourceUsage(...args); },
  memoryUsage(...args) { return usage().memoryUsage(...args); },
  availableMemory(...args) { return usage().availableMemory(...args); },
  constrainedMemory(...args) { return usage().constrainedMemory(...args); },
});
self.memoryUsage.rss = () => require('internal/process/usage').memoryUsage.rss();

self.cwd = () => require('internal/process/cwd').cwd();
self.chdir = (directory) => require('internal/process/cwd').chdir(directory);
let mask = 0o22;
self.umask = function umask(value) {
  const before = mask;
  if (value === undefined) return before;
  mask = require('internal/validators').parseFileMode(value, 'mask') & 0o777;
  return before;
};
const credentials = () => require('internal/process/credentials');
Object.assign(self, {
  getuid: () => 1000,
  geteuid: () => 1000,
  getgid: () => 1000,
  getegid: () => 1000,
  getgroups: () => [1000],
  setuid(...args) { return credentials().setuid(...args); },
  seteuid(...args) { return credentials().seteuid(...args); },
  setgid(...args) { return credentials().setgid(...args); },
  setegid(...args) { return credentials().setegid(...args); },
  setgroups(...args) { return credentials().setgroups(...args); },
  initgroups(...args) { return credentials().initgroups(...args); },
  execve(...args) { return require('internal/process/exec').execve(...args); },
});

self.kill = (pid, signal) => require('internal/process/signals').kill(pid, signal);
self._kill = (pid, number) => require('internal/process/signals').send(pid, number);
self.emitWarning = (...args) => require('internal/process/warning').emitWarning(...args);
self.setUncaughtExceptionCaptureCallback = (fn) => require('internal/process/execution').setCapture(fn);
self.hasUncaughtExceptionCaptureCallback = () => require('internal/process/execution').hasCapture();
self.setSourceMapsEnabled = (enabled) => {
  require('internal/validators').validateBoolean(enabled, 'enabled');
  sourceMaps = enabled;
};
let sourceMaps = false;
Object.defineProperty(self, 'sourceMapsEnabled', { __proto__: null, configurable: true, enumerable: true, get: () => sourceMaps });
self.getActiveResourcesInfo = () => require('internal/process/resources').names();
self._getActiveHandles = () => require('internal/process/resources').handles();
self._getActiveRequests = () => require('internal/process/resources').requests();
self._rawDebug = (...args) => realm.write(2, `${require('internal/util/format').format(...args)}\n`);
defineLazy(self, 'assert', () => require('internal/util').deprecate(
  (value, message) => {
    if (!value) throw new codes.ERR_ASSERTION(message ?? 'assertion error');
  }, 'process.assert() is deprecated. Please use the `assert` module instead.', 'DEP0100'), false);
self.getBuiltinModule = (id) => {
  require('internal/validators').validateString(id, 'id');
  return require('internal/builtin_modules').find(id);
};
self.binding = (name) => {
  throw Object.assign(new Error(`No such module: ${name}`), { code: 'ERR_INVALID_MODULE' });
};
self.dlopen = () => {
  throw Object.assign(new Error('Native addons cannot be loaded by Troupe'), { code: 'ERR_DLOPEN_FAILED' });
};
self.loadEnvFile = function loadEnvFile(path) {
  require('internal/process/env_file').loadEnvFile(path);
};
self.ref = (target) => (target?.[Symbol.for('nodejs.ref')] ?? target?.ref)?.call(target);
self.unref = (target) => (target?.[Symbol.for('nodejs.unref')] ?? target?.unref)?.call(target);
if (require.main !== undefined) self.mainModule = require.main; // the CommonJS loader's

module.exports = { process: self, settleExitCode: (code) => { exitCode = code; } };
