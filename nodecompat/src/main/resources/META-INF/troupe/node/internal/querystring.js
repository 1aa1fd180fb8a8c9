// nodejs.org/api/querystring.html, v22: pairs of names and values as text; the engine does the characters. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');

const { encodeURIComponent, decodeURIComponent } = globalThis;

const ESCAPE = /%[0-9a-f]{2}/i;
const MOST_PAIRS = 1000; // Node's default for maxKeys

function escape(value) {
  if (typeof value !== 'string') value = typeof value === 'object' ? String(value) : `${value}`;
  try {
    return encodeURIComponent(value);
  } catch {
    return encodeURIComponent(value.replace(/[\ud800-\udfff][^]?/g, joined));
  }
}

// Node takes whatever follows a surrogate for its second half.
function joined(units) {
  if (units.length < 2) throw new codes.ERR_INVALID_URI();
  return String.fromCodePoint(0x10000 + ((units.charCodeAt(0) & 0x3ff) << 10 | (units.charCodeAt(1) & 0x3ff)));
}

/** Bytes of `text`, `%xx` being one; other characters give their low byte. */
function unescapeBuffer(text, decodeSpaces) {
  text = `${text}`;
  if (decodeSpaces) text = text.replaceAll('+', ' ');
  const { Buffer } = require('buffer');
  return Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (all, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}

function unescape(text, decodeSpaces) {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBuffer(text, decodeSpaces).toString();
  }
}

function primitiveText(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : '';
  return typeof value === 'bigint' || typeof value === 'boolean' ? `${value}` : '';
}

function stringify(object, separator, equals, custom, standard) {
  if (object === null || typeof object !== 'object') return '';
  const between = separator || '&';
  const is = equals || '=';
  const encode = typeof custom === 'function' ? custom : standard;
  const text = (value) => encode(primitiveText(value));
  const pairs = [];
  for (const key of Object.keys(object)) {
    const start = `${text(key)}${is}`;
    const value = object[key];
    if (!Array.isArray(value)) pairs.push(start + text(value));
    else for (let i = 0; i < value.length; i++) pairs.push(start + text(value[i]));
  }
  return pairs.join(between);
}

function parse(text, separator, equals, options, standard) {
  const result = { __proto__: null };
  if (typeof text !== 'string' || text.length === 0) return result;
  const between = separator ? `${separator}` : '&';
  const is = equals ? `${equals}` : '=';
  const custom = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent : standard;
  const always = custom !== unescape;
  const decode = (part) => (part.length > 0 && (always || ESCAPE.test(part)) ? decoded(part, custom) : part);
  for (const pair of split(text, between, options?.maxKeys)) {
    if (pair.length === 0) continue;
    const spaced = pair.includes('+') ? pair.replaceAll('+', always ? '%20' : ' ') : pair;
    const at = spaced.indexOf(is);
    if (at < 0) add(result, decode(spaced), '');
    else add(result, decode(spaced.slice(0, at)), decode(spaced.slice(at + is.length)));
  }
  return result;
}

// An empty pair counts, too.
function split(text, between, maxKeys) {
  const most = typeof maxKeys === 'number' ? maxKeys : MOST_PAIRS;
  if (between.length === 0) return [text];
  return most > 0 && most < Infinity ? text.split(between, most) : text.split(between);
}

function decoded(part, decode) {
  try {
    return decode(part);
  } catch {
    return unescape(part, true);
  }
}

function add(result, name, value) {
  const before = result[name];
  if (before === undefined) result[name] = value;
  else if (typeof before === 'string') result[name] = [before, value];
  else before.push(value);
}

module.exports = { escape, unescape, unescapeBuffer, stringify, parse };
