// RFC 7578 and html.spec.whatwg.org "multipart/form-data encoding algorithm": FormData to bytes and back. Missing: nothing that forms need; a part with
// Content-Transfer-Encoding is taken as it is, as the RFC says.
'use strict';

const buffers = () => require('buffer').Buffer;
/** Parts of one form: more is a mistake or an attack. */
const MOST_PARTS = 10_000;

function escaped(name) {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22');
}

/** The pieces of the body, strings and Blobs, and the boundary between them. */
function encode(form) {
  const boundary = `----formdata-${require('crypto').randomBytes(12).toString('hex')}`;
  const pieces = [];
  for (const [name, value] of form) {
    const start = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name.replace(/\r\n|\r|\n/g, '\r\n'))}"`;
    if (typeof value === 'string') {
      pieces.push(`${start}\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`);
    } else {
      pieces.push(`${start}; filename="${escaped(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`);
      pieces.push(value, '\r\n');
    }
  }
  pieces.push(`--${boundary}--\r\n`);
  return { pieces, boundary };
}

function parameter(text, name) {
  const found = new RegExp(`(?:^|;)\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(text);
  return found === null ? undefined : found[1] ?? found[2];
}

function unescaped(text) {
  return text.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%22/g, '"');
}

function malformed() {
  return new TypeError('Failed to parse body as FormData.');
}

/** Fills `form` with the parts of `bytes`. */
function decode(bytes, contentType, form) {
  const boundary = parameter(contentType, 'boundary');
  if (boundary === undefined || boundary.length > 70) throw malformed();
  const body = buffers().from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = buffers().from(`--${boundary}`);
  let at = body.indexOf(delimiter);
  if (at !== 0 && body.toString('latin1', at - 2, at) !== '\r\n') throw malformed();
  for (let count = 0; ; count++) {
    if (count > MOST_PARTS) throw malformed();
    at += delimiter.length;
    const after = body.toString('latin1', at, at + 2);
    if (after === '--') return form;
    if (after !== '\r\n') throw malformed();
    const headEnd = body.indexOf('\r\n\r\n', at);
    const next = body.indexOf(`\r\n--${boundary}`, headEnd + 2);
    if (headEnd === -1 || next === -1) throw malformed();
    add(form, body.toString('utf8', at + 2, headEnd), body.subarray(headEnd + 4, Math.max(headEnd + 4, next)));
    at = next + 2;
  }
}

function add(form, head, content) {
  let disposition;
  let type;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (name === 'content-disposition') disposition = line.slice(colon + 1).trim();
    else if (name === 'content-type') type = line.slice(colon + 1).trim();
  }
  if (disposition === undefined || !/^form-data\s*;/i.test(disposition)) throw malformed();
  const name = parameter(disposition, 'name');
  const filename = parameter(disposition, 'filename');
  if (name === undefined) throw malformed();
  if (filename === undefined) {
    form.append(unescaped(name), new TextDecoder().decode(content));
  } else {
    const { File } = require('buffer');
    form.append(unescaped(name), new File([content], unescaped(filename), { type: type ?? 'text/plain' }));
  }
}

module.exports = { encode, decode };
