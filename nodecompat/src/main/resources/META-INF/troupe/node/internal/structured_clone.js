// html.spec.whatwg.org/#structured-cloning, as nodejs.org/api/globals.html#structuredclonevalue-options, v22. Missing: transfer of ports and
// streams.
'use strict';

const { codes } = require('internal/errors');
const types = require('internal/util/types');
const { kClone, kTransfer } = require('internal/cloneable');

const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function refuse(what) {
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException(what, 'DataCloneError');
}

function structuredClone(value, options) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('The "value" argument must be specified');
  const transfer = transferList(options);
  // what is transferred leaves its owner after everything was cloned without an error
  const moved = new Map();
  const result = clone(value, { memory: new Map(), moved, transfer: new Set(transfer) });
  for (const item of transfer) {
    if (!types.isArrayBuffer(item)) continue;
    const target = moved.get(item);
    const bytes = new Uint8Array(item.transfer());
    if (target !== undefined) new Uint8Array(target).set(bytes);
  }
  return result;
}

function wrongOptions(problem) {
  const error = new TypeError(`Failed to execute 'structuredClone': ${problem}`);
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

/** webidl.spec.whatwg.org/#es-dictionary and #es-sequence, then html.spec.whatwg.org/#structuredserializewithtransfer */
function transferList(options) {
  if (options === undefined || options === null) return [];
  if (typeof options !== 'object' && typeof options !== 'function') throw wrongOptions('Options cannot be converted to a dictionary');
  const { transfer } = options;
  if (transfer === undefined) return [];
  if (transfer === null || typeof transfer !== 'object' || typeof transfer[Symbol.iterator] !== 'function') {
    throw wrongOptions('transfer in Options can not be converted to sequence.');
  }
  const list = [...transfer];
  const seen = new Set();
  for (const item of list) {
    if (seen.has(item)) refuse('Transfer list contains duplicate ArrayBuffer');
    seen.add(item);
    if (types.isArrayBuffer(item)) {
      if (item.detached) refuse('An ArrayBuffer is detached and could not be cloned.');
    } else if (typeof item?.[kTransfer] !== 'function') {
      refuse('Value could not be transferred: it is not transferable');
    }
  }
  return list;
}

function clone(value, state) {
  if (typeof value === 'symbol') refuse(`${String(value)} could not be cloned.`);
  if (typeof value === 'function') refuse(`${Function.prototype.toString.call(value)} could not be cloned.`);
  if (value === null || typeof value !== 'object') return value;
  const known = state.memory.get(value);
  if (known !== undefined) return known;
  const remember = (copy) => {
    state.memory.set(value, copy);
    return copy;
  };
  if (Array.isArray(value)) return properties(value, remember(new Array(value.length)), state);
  if (state.transfer.has(value) && typeof value[kTransfer] === 'function') return remember(value[kTransfer]());
  if (typeof value[kClone] === 'function') {
    const copy = value[kClone]();
    if (copy === undefined) refuse(`${Object.prototype.toString.call(value)} could not be cloned.`);
    return remember(copy);
  }
  return leaf(value, state, remember) ?? collection(value, state, remember) ?? plain(value, state, remember);
}

function leaf(value, state, remember) {
  if (types.isDate(value)) return remember(new Date(Date.prototype.getTime.call(value)));
  if (types.isRegExp(value)) return remember(new RegExp(value.source, value.flags));
  if (types.isSymbolObject(value)) refuse(`${Object.prototype.toString.call(value)} could not be cloned.`);
  if (types.isBoxedPrimitive(value)) return remember(Object(value.valueOf()));
  if (types.isArrayBuffer(value)) return remember(buffer(value, state));
  if (types.isSharedArrayBuffer(value)) return remember(value);
  if (ArrayBuffer.isView(value)) return remember(view(value, state));
  return undefined;
}

function buffer(value, state) {
  if (value.detached) refuse('An ArrayBuffer is detached and could not be cloned.');
  if (!state.transfer.has(value)) {
    if (!value.resizable) return value.slice(0);
    const copy = new ArrayBuffer(value.byteLength, { maxByteLength: value.maxByteLength });
    new Uint8Array(copy).set(new Uint8Array(value));
    return copy;
  }
  const target = value.resizable ?
    new ArrayBuffer(value.byteLength, { maxByteLength: value.maxByteLength }) : new ArrayBuffer(value.byteLength);
  state.moved.set(value, target);
  return target;
}

function view(value, state) {
  const whole = clone(value.buffer, state);
  if (types.isDataView(value)) return new DataView(whole, value.byteOffset, value.byteLength);
  // a Buffer, as any class that extends a typed array, arrives as that typed array
  const Kind = globalThis[Object.prototype.toString.call(value).slice(8, -1)] ?? Uint8Array;
  return new Kind(whole, value.byteOffset, value.length);
}

function collection(value, state, remember) {
  if (types.isMap(value)) {
    const copy = remember(new Map());
    for (const [key, item] of [...Map.prototype.entries.call(value)]) copy.set(clone(key, state), clone(item, state));
    return copy;
  }
  if (types.isSet(value)) {
    const copy = remember(new Set());
    for (const item of [...Set.prototype.values.call(value)]) copy.add(clone(item, state));
    return copy;
  }
  if (types.isNativeError(value) && !isDomException(value)) return error(value, state, remember);
  return undefined;
}

const isDomException = (value) => value instanceof Error && require('internal/dom_exception').isDOMException(value);

function error(value, state, remember) {
  const Kind = Object.hasOwn(ERRORS, value.name) ? ERRORS[value.name] : Error;
  const message = Object.getOwnPropertyDescriptor(value, 'message');
  const copy = remember(new Kind());
  const put = (name, given) => Object.defineProperty(copy, name, { __proto__: null, value: given, writable: true, configurable: true });
  if (message !== undefined && 'value' in message) put('message', `${message.value}`);
  put('stack', String(value.stack));
  if (Object.hasOwn(value, 'cause')) put('cause', clone(value.cause, state));
  return copy;
}

function plain(value, state, remember) {
  if (types.isPromise(value) || types.isWeakMap(value) || types.isWeakSet(value) || value instanceof WeakRef ||
      types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value) || isPlatformObject(value)) {
    const name = Object.prototype.toString.call(value).slice(8, -1);
    refuse(name === 'Promise' ? '#<Promise> could not be cloned.' : `#<${name}> could not be cloned.`);
  }
  if (isDomException(value)) {
    const { DOMException } = require('internal/dom_exception');
    const copy = remember(new DOMException(value.message, value.name));
    return Object.defineProperty(copy, 'stack', { __proto__: null, value: String(value.stack), writable: true, configurable: true });
  }
  return properties(value, remember({}), state);
}

/** Objects of the platform's interfaces carry their state where nobody can copy it. */
function isPlatformObject(value) {
  return value instanceof require('internal/event_target').EventTarget || value instanceof require('internal/event_target').Event;
}

function properties(value, copy, state) {
  for (const key of Object.keys(value)) {
    Object.defineProperty(copy, key, { __proto__: null, value: clone(value[key], state), writable: true, enumerable: true, configurable: true });
  }
  return copy;
}

module.exports = { structuredClone };
