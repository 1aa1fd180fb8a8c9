// nodejs.org/api/fs.html#file-paths, v22: a string, a Buffer or a file: URL, as the absolute text that Java takes. Java resolves links and
// asks permissions; nothing here is a check that matters. Missing: Windows.
'use strict';

const { codes } = require('internal/errors');
const binding = internalBinding('fs');

const { includes } = Uint8Array.prototype;

function refuseNul(path, name) {
  throw new codes.ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
}

/** What the program gave, checked: a string or a Uint8Array. */
function checkedPath(value, name = 'path') {
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
    if (!require('internal/url').isURL(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], value);
    value = require('internal/url/file').fileURLToPath(value);
  }
  if (typeof value === 'string' ? value.includes('\u0000') : Reflect.apply(includes, value, [0])) refuseNul(value, name);
  return value;
}

/** For Java: text, in which bytes that are no UTF-8 are lone surrogates. */
function textOf(path) {
  return typeof path === 'string' ? path : binding.pathText(path.buffer, path.byteOffset, path.byteLength);
}

/** For Java: absolute. `..` stays, for what it means depends on links. */
function absolute(path) {
  const text = textOf(path);
  if (text === '' || text[0] === '/') return text;
  const cwd = require('internal/process/cwd').cwd();
  return cwd === '/' ? `/${text}` : `${cwd}/${text}`;
}

/** For messages. */
function shown(path) {
  return typeof path === 'string' ? path : require('buffer').Buffer.from(path).toString();
}

/** A name or path from Java as the program wants it. */
function encoded(text, encoding) {
  if (encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'utf-8') {
    return text.toWellFormed();
  }
  const { Buffer } = require('buffer');
  const { buffer, byteOffset, byteLength } = binding.pathBytes(text);
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

module.exports = { checkedPath, absolute, textOf, shown, encoded };
