// nodejs.org/api/util.html#utiltypes, v22. Built-in objects are known by the methods that only they answer. Missing: isExternal finds
// nothing, as nothing external is ever handed to a program.
'use strict';

const { apply } = Reflect;
const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
const TypedArray = Object.getPrototypeOf(Uint8Array);
const typedArrayTag = getter(TypedArray.prototype, Symbol.toStringTag);
const AsyncFunction = Object.getPrototypeOf(async function() {});
const GeneratorFunction = Object.getPrototypeOf(function* () {});
const AsyncGeneratorFunction = Object.getPrototypeOf(async function* () {});

/** A test by a call that throws for anything else. */
function answers(method, ...args) {
  return (value) => {
    if (value === null || typeof value !== 'object') return false;
    try {
      apply(method, value, args);
      return true;
    } catch {
      return false;
    }
  };
}

const isObject = (value) => value !== null && typeof value === 'object';
let introspection;
/** By the name under which the engine itself knows an object, whatever its prototype. */
const ofKind = (kind) => (value) => isObject(value) && (introspection ??= internalBinding('introspection')).isKind(value, kind);
const tagOf = (value) => (isObject(value) ? apply(typedArrayTag, value, []) : undefined);
const typed = (name) => (value) => tagOf(value) === name;
const inherits = (prototype) => (value) => isObject(value) && apply(Object.prototype.isPrototypeOf, prototype, [value]);
const kindOfFunction = (...prototypes) => (value) =>
  typeof value === 'function' && prototypes.some((prototype) => apply(Object.prototype.isPrototypeOf, prototype, [value]));

const isArrayBuffer = answers(getter(ArrayBuffer.prototype, 'byteLength'));
const isSharedArrayBuffer = typeof SharedArrayBuffer === 'function' ?
  answers(getter(SharedArrayBuffer.prototype, 'byteLength')) : () => false;
const isNumberObject = answers(Number.prototype.valueOf);
const isStringObject = answers(String.prototype.valueOf);
const isBooleanObject = answers(Boolean.prototype.valueOf);
const isBigIntObject = answers(BigInt.prototype.valueOf);
const isSymbolObject = answers(Symbol.prototype.valueOf);
const isTypedArray = (value) => tagOf(value) !== undefined;

module.exports = {
  isExternal: () => false,
  isDate: answers(Date.prototype.getTime),
  isArgumentsObject: (value) => isObject(value) && !(Symbol.toStringTag in value) &&
    apply(Object.prototype.toString, value, []) === '[object Arguments]',
  isBigIntObject,
  isBooleanObject,
  isNumberObject,
  isStringObject,
  isSymbolObject,
  isBoxedPrimitive: (value) => isObject(value) &&
    (isNumberObject(value) || isStringObject(value) || isBooleanObject(value) || isBigIntObject(value) || isSymbolObject(value)),
  isNativeError: (value) => isObject(value) && Error.isError(value),
  isRegExp: (value) => isObject(value) && value !== RegExp.prototype && regExpFlags(value),
  isAsyncFunction: kindOfFunction(AsyncFunction, AsyncGeneratorFunction),
  isGeneratorFunction: kindOfFunction(GeneratorFunction, AsyncGeneratorFunction),
  isGeneratorObject: (value) => inherits(GeneratorFunction.prototype)(value) || inherits(AsyncGeneratorFunction.prototype)(value),
  isPromise: ofKind('Promise'),
  isMap: answers(getter(Map.prototype, 'size')),
  isSet: answers(getter(Set.prototype, 'size')),
  isMapIterator: ofKind('Map Iterator'),
  isSetIterator: ofKind('Set Iterator'),
  isWeakMap: answers(WeakMap.prototype.has, {}),
  isWeakSet: answers(WeakSet.prototype.has, {}),
  isArrayBuffer,
  isDataView: answers(getter(DataView.prototype, 'byteOffset')),
  isSharedArrayBuffer,
  isProxy: (value) => require('internal/proxies').isProxy(value),
  isModuleNamespaceObject: (value) => isObject(value) && Object.getPrototypeOf(value) === null && !Object.isExtensible(value) &&
    value[Symbol.toStringTag] === 'Module',
  isAnyArrayBuffer: (value) => isArrayBuffer(value) || isSharedArrayBuffer(value),
  isCryptoKey: (value) => isObject(value) && require('internal/crypto/crypto_key').isCryptoKey(value),
  isKeyObject: (value) => isObject(value) && value instanceof (require('crypto').KeyObject ?? Never),
  isArrayBufferView: ArrayBuffer.isView,
  isTypedArray,
  isUint8Array: typed('Uint8Array'),
  isUint8ClampedArray: typed('Uint8ClampedArray'),
  isUint16Array: typed('Uint16Array'),
  isUint32Array: typed('Uint32Array'),
  isInt8Array: typed('Int8Array'),
  isInt16Array: typed('Int16Array'),
  isInt32Array: typed('Int32Array'),
  isFloat16Array: typed('Float16Array'),
  isFloat32Array: typed('Float32Array'),
  isFloat64Array: typed('Float64Array'),
  isBigInt64Array: typed('BigInt64Array'),
  isBigUint64Array: typed('BigUint64Array'),
};

class Never {}

const isGlobal = getter(RegExp.prototype, 'global');

function regExpFlags(value) {
  try {
    apply(isGlobal, value, []);
    return true;
  } catch {
    return false;
  }
}
