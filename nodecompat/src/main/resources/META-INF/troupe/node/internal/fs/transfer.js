// nodejs.org/api/fs.html#fsreadfd-buffer-offset-length-position-callback and its like, v22: bytes between descriptors and views, as plans
// for internal/fs/forms. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateBuffer, validateEncoding, validateInteger, validateObject } = require('internal/validators');
const { checkedFd, positionOf } = require('internal/fs/options');

const { set } = Uint8Array.prototype;
const { apply } = Reflect;
const MAX_LENGTH = 2147483647;

const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function checkedRange(offset, length, size) {
  if (offset > size) throw new codes.ERR_OUT_OF_RANGE('offset', `<= ${size}`, offset);
  if (length > size - offset) throw new codes.ERR_OUT_OF_RANGE('length', `<= ${size - offset}`, length);
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInteger(length, 'length', 0, MAX_LENGTH);
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
      apply(set, bytesOf(buffer), [bytes, offset]);
      return bytes.length;
    },
  };
}

const fresh = () => require('buffer').Buffer.alloc(16384);

/** (buffer[, options]) or (buffer, offset, length, position), as the latter. */
function readArguments(args) {
  const [buffer, options] = args;
  if (args.length > 2 && (options === null || typeof options !== 'object')) return args;
  if (options != null) validateObject(options, 'options');
  const { offset, length, position } = options ?? {};
  return [buffer, offset, length, position];
}

/** As readArguments; what to read into may stand in the options, or be left out. */
function looseReadArguments(args) {
  if (ArrayBuffer.isView(args[0])) return readArguments(args);
  if (args[0] != null) validateObject(args[0], 'options');
  const { buffer = fresh(), offset, length, position } = args[0] ?? {};
  return [buffer, offset, length, position];
}

function writePlan(fd, view, offset, length, position) {
  if (fd === 1 || fd === 2) return outputPlan(fd, view, offset, length);
  return { call: 'write', syscall: 'write', args: [fd, view.buffer, view.byteOffset + offset, length, position] };
}

/** The actor's standard output and error are no files of its own. */
function outputPlan(fd, view, offset, length) {
  const bytes = new Uint8Array(length);
  apply(set, bytes, [new Uint8Array(view.buffer, view.byteOffset + offset, length)]);
  internalBinding('realm').writeBytes(fd, bytes);
  return { value: length };
}

const plainPosition = (position) => (typeof position === 'number' || typeof position === 'bigint' ? Number(position) : null);

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
  return writePlan(fd, buffer, offset, length, plainPosition(position));
}

function writeText(fd, text, position, encoding) {
  if (typeof text !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], text);
  }
  validateEncoding(text, encoding);
  const bytes = require('buffer').Buffer.from(text, encoding ?? 'utf8');
  return writePlan(fd, bytes, 0, bytes.length, plainPosition(position));
}

function checkedViews(buffers) {
  if (!Array.isArray(buffers)) throw new codes.ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  for (const view of buffers) {
    if (!ArrayBuffer.isView(view)) throw new codes.ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  }
  return buffers;
}

/** One read, spread over views. */
function readv(fd, buffers, position) {
  checkedFd(fd);
  checkedViews(buffers);
  const length = buffers.reduce((sum, view) => sum + view.byteLength, 0);
  return {
    call: 'read',
    syscall: 'read',
    args: [fd, length, typeof position === 'number' ? position : null],
    map: (bytes) => scatter(bytes, buffers),
  };
}

function scatter(bytes, views) {
  let at = 0;
  for (const view of views) {
    const part = bytes.subarray(at, at + view.byteLength);
    apply(set, bytesOf(view), [part]);
    at += part.length;
  }
  return bytes.length;
}

/** One write of many views. */
function writev(fd, buffers, position) {
  checkedFd(fd);
  checkedViews(buffers);
  const whole = buffers.length === 1 ? bytesOf(buffers[0]) : require('buffer').Buffer.concat(buffers.map(bytesOf));
  if (whole.length === 0) return { value: 0 };
  return writePlan(fd, whole, 0, whole.length, typeof position === 'number' ? position : null);
}

module.exports = { read, looseReadArguments, readArguments, write, writePlan, readv, writev };
