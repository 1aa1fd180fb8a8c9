// https://streams.spec.whatwg.org/#abstract-opdef-transferarraybuffer and its kin: views and buffers by their internal slots, whatever a program has put on them.
'use strict';

const getter = (object, name) => Object.getOwnPropertyDescriptor(object, name)?.get;
const { apply } = Reflect;

const TypedArray = Object.getPrototypeOf(Uint8Array);
const tagOf = getter(TypedArray.prototype, Symbol.toStringTag);
const array = {
  buffer: getter(TypedArray.prototype, 'buffer'),
  byteOffset: getter(TypedArray.prototype, 'byteOffset'),
  byteLength: getter(TypedArray.prototype, 'byteLength'),
  length: getter(TypedArray.prototype, 'length'),
};
const dataView = {
  buffer: getter(DataView.prototype, 'buffer'),
  byteOffset: getter(DataView.prototype, 'byteOffset'),
  byteLength: getter(DataView.prototype, 'byteLength'),
};
const byteLengthOf = getter(ArrayBuffer.prototype, 'byteLength');
const detachedOf = getter(ArrayBuffer.prototype, 'detached');
const { slice, transfer: move } = ArrayBuffer.prototype;
const classes = {
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array,
  BigUint64Array,
};

const isArrayBuffer = (value) => {
  try {
    apply(byteLengthOf, value, []);
    return true;
  } catch {
    return false;
  }
};

/** What a view says about itself, and the class to make another of its kind; `length` counts elements. */
function viewShape(view) {
  const tag = apply(tagOf, view, []);
  const from = tag === undefined ? dataView : array;
  const buffer = apply(from.buffer, view, []);
  const isDetached = isArrayBuffer(buffer) && apply(detachedOf, buffer, []);
  const byteLength = isDetached ? 0 : apply(from.byteLength, view, []);
  return {
    buffer,
    byteOffset: isDetached ? 0 : apply(from.byteOffset, view, []),
    byteLength,
    length: tag === undefined ? byteLength : apply(array.length, view, []),
    elementSize: tag === undefined ? 1 : classes[tag].BYTES_PER_ELEMENT,
    View: tag === undefined ? DataView : classes[tag],
    isDetached,
  };
}

const bufferLength = (buffer) => apply(byteLengthOf, buffer, []);
const isDetached = (buffer) => apply(detachedOf, buffer, []);

/** A buffer with the same bytes; the given one is detached. Throws if that is impossible. */
const transferBuffer = (buffer) => apply(move, buffer, []);

/** Copies a part into a buffer of its own. */
const copyBuffer = (buffer, start, length) => apply(slice, buffer, [start, start + length]);

function copyBytes(to, toStart, from, fromStart, count) {
  new Uint8Array(to, toStart, count).set(new Uint8Array(from, fromStart, count));
}

module.exports = { bufferLength, copyBuffer, copyBytes, isArrayBuffer, isDetached, transferBuffer, viewShape };
