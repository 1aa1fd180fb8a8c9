// w3c.github.io/FileAPI/#blob-section: the bytes of a Blob are parts of sources that nobody changes: arrays of bytes, or objects with
// read(start, end). Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { encode } = require('internal/buffer');
const { isAnyArrayBuffer } = require('internal/buffer/fast');

const CHUNK = 65536; // bytes that a stream gives at once, as Node's

const whole = (bytes) => ({ source: bytes, start: 0, end: bytes.length });

function copyOf(memory, start, length) {
  return whole(new Uint8Array(memory, start, length).slice());
}

/** Reads `sources` at once; texts become bytes when the options, which are read after, tell the line endings. */
function readParts(sources, partsOfBlob) {
  if (sources === null || typeof sources !== 'object' && typeof sources !== 'function' || typeof sources[Symbol.iterator] !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
  }
  const items = [];
  for (const source of sources) {
    if (isAnyArrayBuffer(source)) items.push([copyOf(source, 0, source.byteLength)]);
    else if (ArrayBuffer.isView(source)) items.push([copyOf(source.buffer, source.byteOffset, source.byteLength)]);
    else items.push(typeof source === 'object' && source !== null && partsOfBlob(source) || `${source}`);
  }
  return {
    finish: (endings) => items.flatMap((item) => (typeof item === 'string' ? textParts(item, endings) : item))
      .filter(({ source, start, end }) => start < end || isReader(source)),
  };
}

function textParts(text, endings) {
  if (endings === 'native') text = text.replace(/\r\n|\r|\n/g, process.platform === 'win32' ? '\r\n' : '\n');
  return text === '' ? [] : [whole(encode(text))];
}

const isReader = (source) => typeof source.read === 'function';

const sizeOf = (parts) => parts.reduce((sum, { start, end }) => sum + end - start, 0);

/** The parts from byte `from` to byte `to`; shares the sources. */
function within(parts, from, to) {
  const inside = [];
  let at = 0;
  for (const { source, start, end } of parts) {
    const first = Math.max(start, start + from - at);
    const last = Math.min(end, start + to - at);
    if (first < last) inside.push({ source, start: first, end: last });
    at += end - start;
  }
  return inside;
}

const read = ({ source, start, end }) => (isReader(source) ? source.read(start, end) : source.subarray(start, end));

/** All bytes in an array of their own. */
async function join(parts) {
  const bytes = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(await read(part), at);
    at += part.end - part.start;
  }
  return bytes;
}

/** The bytes in arrays of their own, each from one part. */
async function* chunks(parts) {
  for (const { source, start, end } of parts) {
    let at = start;
    do {
      const next = Math.min(at + CHUNK, end);
      const bytes = await read({ source, start: at, end: next });
      if (bytes.length > 0) yield isReader(source) ? bytes : bytes.slice();
      at = next;
    } while (at < end);
  }
}

module.exports = { readParts, sizeOf, within, join, chunks, isFileBacked: (parts) => parts.some(({ source }) => isReader(source)) };
