// nodejs.org/api/fs.html#fsreadfd-buffer-offset-length-position-callback and its like, v22: bytes between descriptors and views.
// Missing: 0, 1 and 2 as descriptors but for writing to 1 and 2, which go to the actor's output.
'use strict';

const { codes } = require('internal/errors');
const { validateBuffer, validateInteger, validateObject } = require('internal/validators');
const { checkedFd, positionOf } = require('internal/fs/options');

const { set } = Uint8Array.prototype;

const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function checkedRange(offset, length, size) {
  if (offset > size) throw new codes.ERR_OUT_OF_RANGE('offset', `<= ${size}`, offset);
  if (length > size - offset) throw new codes.ERR_OUT_OF_RANGE('length', `<= ${size - offset}`, length);
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInteger(length, 'length', 0, 2147483647);
}

/** A read into `buffer`: gives the number of bytes. */
function read(fd, buffer, offset, length, position) {
  checkedFd(fd);
  validateBuffer(buffer);
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length = length === undefined || length === null ? buffer.byteLength - offset : length | 0;
  if (length === 0) return { value: 0 };
  if (buffer.byteLength === 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  }
  checkedRange(offset, length, buffer.byteLength);
  return {
    call: 'read',
    syscall: 'read',
    args: [fd, length, positionOf(position, length)],
    map(bytes) {
      Reflect.apply(set, bytesOf(buffer), [bytes, offset]);
      return bytes.length;
    },
  };
}

/** `read`'s arguments after the descriptor, in each of their shapes, as [buffer, offset, length, position]. */
function readArguments(args, fresh) {
  let [buffer, offset, length, position] = args;
  if (args.length <= 1 && !ArrayBuffer.isView(buffer)) {
    if (buffer !== undefined && buffer !== null) validateObject(buffer, 'options');
    ({ buffer = fresh(), offset, length, position } = buffer ?? {});
  } else if (args.length <= 2 && offset !== null && (typeof offset === 'object' || offset === undefined)) {
    if (offset !== undefined) validateObject(offset, 'options');
    ({ offset, length, position } = offset ?? {});
  }
  return [buffer, offset, length, position];
}

function writePlan(fd, view, offset, length, position) {
  return { call: 'write', syscall: 'write', args: [fd, view.buffer, view.byteOffset + offset, length, position] };
}

/** A write of a view or of text: gives the number of bytes. */
function write(fd, buffer, offsetOrOptions, length, position) {
  checkedFd(fd);
  if (!ArrayBuffer.isView(buffer)) return writeText(fd, buffer, offsetOrOptions, length);
  let offset = offsetOrOptions;
  if (typeof offset === 'object' && offset !== null) {
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offsetOrOptions);
  }
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = buffer.byteLength - offset;
  checkedRange(offset, length, buffer.byteLength);
  return writePlan(fd, buffer, offset, length, typeof position === 'number' || typeof position === 'bigint' ? Number(position) : null);
}

function writeText(fd, text, position, encoding) {
  if (typeof text !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], text);
  require('internal/validators').validateEncoding(text, encoding);
  const bytes = require('buffer').Buffer.from(text, encoding ?? 'utf8');
  return writePlan(fd, bytes, 0, bytes.length, typeof position === 'number' ? position : null);
}

module.exports = { read, readArguments, write, writePlan, bytesOf };
