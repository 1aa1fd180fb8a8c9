// html.spec.whatwg.org/#structured-cloning, as nodejs.org/api/globals.html#structuredclonevalue-options, v22. Missing: transfer of
// streams.
'use strict';

const { codes } = require('internal/errors');
const types = require('internal/util/types');
const { kClone, kTransfer, kTransferred, uncloneable, untransferable } = require('internal/cloneable');

const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function refuse(what) {
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException(what, 'DataCloneError');
}

function structuredClone(value, options) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('The "value" argument must be specified');
  return cloneWith(value, transferList(options)).value;
}

/** The copy, and the successors of the ports among what was transferred; `owner` is the port that sends. */
function cloneWith(value, transfer, owner) {
  const seen = new Set();
  for (const item of transfer) {
    checkTransfer(item, owner, seen);
    seen.add(item);
  }
  // what is transferred loses its state after everything was cloned without an error
  const state = { memory: new Map(), moved: new Map(), transfer: seen, later: [] };
  const copy = clone(value, state);
  const successors = new Map();
  for (const item of transfer) {
    if (types.isArrayBuffer(item)) {
      const target = state.moved.get(item);
      const bytes = new Uint8Array(item.transfer());
      if (target !== undefined) new Uint8Array(target).set(bytes);
    } else {
      successors.set(item, item[kTransfer]());
    }
  }
  for (const put of state.later) put(successors);
  return { value: successors.get(value) ?? copy, successors: [...successors.values()] };
}

function checkTransfer(item, owner, seen) {
  const buffer = types.isArrayBuffer(item);
  if (!buffer && typeof item?.[kTransfer] !== 'function') {
    if (item !== null && typeof item === 'object') refuse('Value could not be transferred: it is not transferable');
    throw new codes.ERR_INVALID_TRANSFER_OBJECT();
  }
  const kind = buffer ? 'ArrayBuffer' : item.constructor.name;
  if (untransferable.has(item)) refuse(buffer ? 'An ArrayBuffer is marked as untransferable' : 'Object is marked as untransferable');
  if (seen.has(item)) refuse(`Transfer list contains duplicate ${kind}`);
  if (buffer && item.detached) refuse('An ArrayBuffer is detached and could not be cloned.');
  if (item === owner) refuse('Transfer list contains source port');
  if (!buffer && item[kTransferred]) refuse(`${kind} in transfer list is already detached`);
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
  return [...transfer];
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
  if (uncloneable.has(value)) refuse('Object could not be cloned.');
  if (typeof value[kTransfer] === 'function' && (state.transfer.has(value) || kTransferred in value)) return place(value, state);
  if (Array.isArray(value)) return properties(value, remember(new Array(value.length)), state);
  if (typeof value[kClone] === 'function') {
    const copy = value[kClone]();
    if (copy === undefined) refuse(`${Object.prototype.toString.call(value)} could not be cloned.`);
    return remember(copy);
  }
  return leaf(value, state, remember) ?? collection(value, state, remember) ?? plain(value, state, remember);
}

/** An object that is being transferred: its place gets the successor at the end. */
function place(value, state) {
  if (!state.transfer.has(value)) {
    const { DOMException } = require('internal/dom_exception');
    const error = new DOMException('Object that needs transfer was found in message but not listed in transferList', 'DataCloneError');
    throw error;
  }
  return value;
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
    const put = (given) =>
      Object.defineProperty(copy, key, { __proto__: null, value: given, writable: true, enumerable: true, configurable: true });
    const inner = clone(value[key], state);
    put(inner);
    if (state.transfer.has(inner) && !types.isArrayBuffer(inner)) state.later.push((successors) => put(successors.get(inner)));
  }
  return copy;
}

module.exports = { cloneWith, structuredClone };
