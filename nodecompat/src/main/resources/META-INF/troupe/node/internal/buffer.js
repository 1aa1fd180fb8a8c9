// nodejs.org/api/buffer.html, v22: bytes and text between Java and the classes that hold bytes. For built-ins only.
'use strict';

const binding = internalBinding('buffer');

// The numbers are those of Java's TextEncoding.
const encodings = {
  __proto__: null,
  'utf8': 0, 'utf-8': 0,
  'utf16le': 1, 'utf-16le': 1, 'ucs2': 1, 'ucs-2': 1,
  'latin1': 2, 'binary': 2,
  'ascii': 3,
  'base64': 4,
  'base64url': 5,
  'hex': 6,
};

function encodingNumber(encoding) {
  if (encoding === undefined || encoding === 'utf8') return 0;
  const known = encodings[encoding];
  if (known !== undefined || typeof encoding !== 'string') return known;
  return encodings[encoding.toLowerCase()];
}

// A host ByteBuffer becomes a heap array by one copy; views on host memory never reach programs.
function heapBytes(hostBuffer, Class = Uint8Array) {
  const shared = new Uint8Array(new ArrayBuffer(hostBuffer));
  const bytes = new Class(shared.length);
  bytes.set(shared);
  return bytes;
}

function decode(view, encoding = 0, start = 0, end = view.byteLength) {
  return binding.decode(view.buffer, view.byteOffset + start, end - start, encoding);
}

// Returns the number of bytes written, which is less than `length` if the text is short or the next character does not fit.
function write(view, text, offset, length, encoding) {
  const written = binding.write(view.buffer, view.byteOffset + offset, length, text, encoding);
  if (typeof written === 'number') return written;
  const shared = new Uint8Array(new ArrayBuffer(written));
  Uint8Array.prototype.set.call(view, shared, offset);
  return shared.length;
}

module.exports = {
  binding,
  encodingNumber,
  heapBytes,
  decode,
  write,
  encode: (text, encoding = 0, Class = Uint8Array) => heapBytes(binding.encode(text, encoding), Class),
};
