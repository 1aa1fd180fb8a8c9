// nodejs.org/api/punycode.html, v22; Java does the characters. Nothing is missing.
'use strict';

const binding = internalBinding('url');

process.emitWarning('The `punycode` module is deprecated. Please use a userland alternative instead.', 'DeprecationWarning', 'DEP0040');

const SEPARATORS = /[\x2e\u3002\uff0e\uff61]/g;

function encode(text) {
  const encoded = binding.punycodeEncode(`${text}`);
  if (encoded === false) throw new RangeError('Overflow: input needs wider integers to process');
  return encoded;
}

function decode(text) {
  text = `${text}`;
  const basic = text.lastIndexOf('-');
  if (basic > 0 && /[^\x00-\x7f]/.test(text.slice(0, basic))) {
    throw new RangeError('Illegal input >= 0x80 (not a basic code point)');
  }
  const decoded = binding.punycodeDecode(text);
  if (decoded === false) throw new RangeError('Invalid input');
  return decoded;
}

/** Maps each label of a domain; what stands before an @, as in mail addresses, stays. */
function mapDomain(domain, map) {
  const parts = domain.split('@');
  const before = parts.length > 1 ? `${parts[0]}@` : '';
  const labels = (parts.length > 1 ? parts[1] : domain).replace(SEPARATORS, '.').split('.');
  return before + labels.map(map).join('.');
}

module.exports = {
  version: '2.3.1',
  ucs2: {
    decode: (text) => Array.from(text, (character) => character.codePointAt(0)),
    encode: (points) => String.fromCodePoint(...points),
  },
  decode,
  encode,
  toASCII: (domain) => mapDomain(`${domain}`, (label) => (/[^\0-\x7f]/.test(label) ? `xn--${encode(label)}` : label)),
  toUnicode: (domain) => mapDomain(`${domain}`, (label) => (label.startsWith('xn--') ? decode(label.slice(4).toLowerCase()) : label)),
};
