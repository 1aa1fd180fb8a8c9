// What a realm is before the program's first line: Node's globals (nodejs.org/api/globals.html, v22), each made on first use, and
// the calls from Java. A global whose module Troupe does not have is absent, so that feature tests tell the truth. Missing:
// EventSource, WebSocket.
'use strict';

require('internal/async_context');
const { defineLazy } = require('internal/lazy');
const ticks = require('internal/ticks');

const { defineProperty } = Object;

/** The engine's own: the global one, once it is asked for, remembers what its proxies stand for. */
const NativeProxy = Proxy;

/** In Node's order; `enumerable` decides whether for-in shows it. */
function defineGlobals() {
  const shown = (module, ...names) => names.forEach((name) => defineLazy(globalThis, name, module));
  const hidden = (module, ...names) => names.forEach((name) => defineLazy(globalThis, name, module, false));
  hidden('internal/process/object', 'process');
  hidden('buffer', 'Buffer');
  hidden('internal/blob', 'Blob');
  hidden('internal/file', 'File');
  hidden('internal/console/global', 'console');
  shown('timers', 'clearImmediate', 'setImmediate');
  hidden('internal/url', 'URL', 'URLSearchParams');
  hidden('internal/dom_exception', 'DOMException');
  hidden('internal/abort_controller', 'AbortController', 'AbortSignal');
  hidden('internal/event_target', 'Event', 'EventTarget');
  hidden('internal/encoding', 'TextEncoder', 'TextDecoder');
  shown('timers', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout');
  shown('internal/ticks', 'queueMicrotask');
  shown('internal/structured_clone', 'structuredClone');
  shown('buffer', 'atob', 'btoa');
  hidden('perf_hooks', 'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
    'PerformanceObserverEntryList');
  shown('perf_hooks', 'performance');
  hidden('stream/web', 'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest',
    'ReadableByteStreamController', 'ReadableStreamDefaultController', 'TransformStream', 'TransformStreamDefaultController', 'WritableStream',
    'WritableStreamDefaultWriter', 'WritableStreamDefaultController', 'ByteLengthQueuingStrategy', 'CountQueuingStrategy',
    'TextEncoderStream', 'TextDecoderStream', 'CompressionStream', 'DecompressionStream');
  hidden('internal/event_target', 'CustomEvent');
  hidden('internal/navigator', 'navigator');
  hidden('internal/messaging/port', 'MessageChannel', 'MessagePort');
  hidden('internal/messaging/event', 'MessageEvent');
  hidden('internal/messaging/broadcast', 'BroadcastChannel');
  shown('internal/fetch/fetch', 'fetch');
  hidden('internal/fetch/form_data', 'FormData');
  hidden('internal/fetch/headers', 'Headers');
  hidden('internal/fetch/request', 'Request');
  hidden('internal/fetch/response', 'Response');
  hidden('internal/fetch/events', 'CloseEvent');
  shown('internal/crypto/webcrypto', 'crypto');
  hidden('internal/crypto/webcrypto', 'Crypto', 'CryptoKey', 'SubtleCrypto');
}

/** Removes what the engine brings and Node does not have, adds what Node brings. */
function install() {
  delete globalThis.AsyncContext;
  // Node 22 has no half-precision numbers, and the engine's need Java 20: on 17 a write fails inside the engine and ends the actor
  delete globalThis.Float16Array;
  delete Math.f16round;
  delete DataView.prototype.getFloat16;
  delete DataView.prototype.setFloat16;
  defineProperty(globalThis, 'global', { __proto__: null, value: globalThis, writable: true, configurable: true, enumerable: true });
  defineProperty(globalThis, Symbol.toStringTag, { __proto__: null, value: 'global', configurable: true });
  for (const name of ['dispose', 'asyncDispose']) {
    if (!Symbol[name]) defineProperty(Symbol, name, { __proto__: null, value: Symbol(`Symbol.${name}`) });
  }
  defineLazy(globalThis, 'Proxy', () => require('internal/proxies').recording(NativeProxy), false);
  defineGlobals();
  if (internalBinding('realm').flags() !== '[]') require('internal/options').apply();
}

const life = () => require('internal/process/execution');

module.exports = {
  NativeProxy,
  install,
  drain: ticks.drain,
  fatal: (error, origin) => life().fatal(error, origin),
  rejection: (promise, reason) => life().rejection(promise, reason),
  signal: (name) => require('internal/process/signals').signal(name),
  beforeExit: (code) => life().beforeExit(code),
  exit: (code) => life().exit(code),
  exitCode: () => life().exitCode(),
  context: (metadata) => require('internal/context').context(metadata),
  inspectError: (error) => require('internal/process/report').inspectError(error),
};
