// nodejs.org/api/globals.html#class-response, v22; fetch.spec.whatwg.org §5.3 (Body mixin). Missing: nothing.
'use strict';

const kContent = Symbol('kContent');

/** `ignoreBOM` keeps a mark of byte order as the character that it is. */
function decoded(bytes, ignoreBOM = false) {
  return new TextDecoder('utf-8', { ignoreBOM }).decode(bytes);
}

async function consume(owner, name, turn) {
  if (!owner || typeof owner !== 'object' || !(kContent in owner)) throw new TypeError('Illegal invocation');
  const content = owner[kContent];
  if (content === null) return turn(new Uint8Array(0));
  if (content.disturbed || content.locked) throw new TypeError('Body is unusable: Body has already been read');
  return turn(await content.bytes());
}

function mimeType(owner) {
  return owner.headers.get('content-type') ?? '';
}

async function form(owner) {
  const { FormData } = require('internal/fetch/form_data');
  const type = mimeType(owner);
  const essence = type.split(';', 1)[0].trim().toLowerCase();
  if (essence !== 'multipart/form-data' && essence !== 'application/x-www-form-urlencoded') {
    throw new TypeError('Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
  }
  return consume(owner, 'formData', (bytes) => {
    const made = new FormData();
    if (essence === 'multipart/form-data') return require('internal/fetch/multipart').decode(bytes, type, made);
    for (const [name, value] of new URLSearchParams(decoded(bytes, true))) made.append(name, value);
    return made;
  });
}

const methods = {
  arrayBuffer() {
    return consume(this, 'arrayBuffer', (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  },
  blob() {
    return consume(this, 'blob', (bytes) => new (require('buffer').Blob)([bytes], { type: mimeType(this) }));
  },
  bytes() {
    return consume(this, 'bytes', (bytes) => new Uint8Array(bytes));
  },
  formData() {
    return form(this);
  },
  json() {
    return consume(this, 'json', (bytes) => JSON.parse(decoded(bytes)));
  },
  text() {
    return consume(this, 'text', (bytes) => decoded(bytes));
  },
};

/** Gives a class what the mixin has. */
function mixIn(Class) {
  for (const name of Object.keys(methods)) {
    Object.defineProperty(Class.prototype, name, {
      __proto__: null, value: methods[name], writable: true, enumerable: true, configurable: true,
    });
  }
  Object.defineProperties(Class.prototype, {
    body: { __proto__: null, enumerable: true, configurable: true, get() { return this[kContent] === null ? null : this[kContent].stream(); } },
    bodyUsed: { __proto__: null, enumerable: true, configurable: true, get() { return this[kContent] !== null && this[kContent].disturbed; } },
  });
}

module.exports = { kContent, mixIn };
