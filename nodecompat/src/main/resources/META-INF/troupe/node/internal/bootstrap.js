// What a realm is before the program's first line: Node's globals (nodejs.org/api/globals.html, v22), each made on first use, and
// the calls from Java. A global whose module Troupe does not have is absent, so that feature tests tell the truth.
'use strict';

require('internal/async_context');
const ticks = require('internal/ticks');

const { defineProperty } = Object;

/** A global that makes itself when it is first read; assigning replaces it. */
function lazy(name, compute, enumerable, writable = true) {
  const settle = (value) =>
    defineProperty(globalThis, name, { __proto__: null, value, writable: true, configurable: true, enumerable });
  defineProperty(globalThis, name, {
    __proto__: null,
    enumerable,
    configurable: true,
    get() {
      const value = compute();
      settle(value);
      return value;
    },
    set: writable ? settle : undefined,
  });
}

// name, module and whether for-in shows it, in Node's order; `!` marks a property of the module's exports that is not the same name
const GLOBALS = [
  ['clearImmediate', 'timers', true],
  ['setImmediate', 'timers', true],
  ['URL', 'internal/url', false],
  ['URLSearchParams', 'internal/url', false],
  ['DOMException', 'internal/dom_exception', false],
  ['AbortController', 'internal/abort_controller', false],
  ['AbortSignal', 'internal/abort_controller', false],
  ['Event', 'internal/event_target', false],
  ['EventTarget', 'internal/event_target', false],
  ['TextEncoder', 'internal/encoding', false],
  ['TextDecoder', 'internal/encoding', false],
  ['clearInterval', 'timers', true],
  ['clearTimeout', 'timers', true],
  ['setInterval', 'timers', true],
  ['setTimeout', 'timers', true],
  ['queueMicrotask', 'internal/ticks', true],
  ['structuredClone', 'internal/structured_clone', true],
  ['atob', 'buffer', true],
  ['btoa', 'buffer', true],
  ['Blob', 'buffer', false],
  ['File', 'buffer', false],
  ['Performance', 'perf_hooks', false],
  ['PerformanceEntry', 'perf_hooks', false],
  ['PerformanceMark', 'perf_hooks', false],
  ['PerformanceMeasure', 'perf_hooks', false],
  ['PerformanceObserver', 'perf_hooks', false],
  ['PerformanceObserverEntryList', 'perf_hooks', false],
  ['performance', 'perf_hooks', true],
  ['CustomEvent', 'internal/event_target', false],
];

/** Removes what the engine brings and Node does not have, adds what Node brings. */
function install() {
  delete globalThis.AsyncContext;
  defineProperty(globalThis, 'global', { __proto__: null, value: globalThis, writable: true, configurable: true, enumerable: true });
  defineProperty(globalThis, Symbol.toStringTag, { __proto__: null, value: 'global', configurable: true });
  for (const name of ['dispose', 'asyncDispose']) {
    if (!Symbol[name]) defineProperty(Symbol, name, { __proto__: null, value: Symbol(`Symbol.${name}`) });
  }
  lazy('process', () => require('internal/process/object').process, false);
  lazy('Buffer', () => require('buffer').Buffer, false);
  lazy('console', () => require('internal/console/global'), false);
  for (const [name, module, enumerable] of GLOBALS) lazy(name, () => require(module)[name], enumerable);
  lazy('crypto', () => require('crypto').webcrypto, true, false);
  lazy('navigator', () => require('internal/navigator').navigator, false, false);
}

const life = () => require('internal/process/execution');

module.exports = {
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
