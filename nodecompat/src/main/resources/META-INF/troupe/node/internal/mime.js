// nodejs.org/api/util.html#class-utilmimetype and #class-utilmimeparams, v22 (mimesniff.spec.whatwg.org/#parsing-a-mime-type). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');

const NOT_TOKEN = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const NOT_QUOTED_STRING = /[^\t\u0020-~\u0080-\u00ff]/;
const WHITESPACE = /[^\r\n\t ]|$/;
const TRAILING_WHITESPACE = /[\r\n\t ]+$/;

function refuse(production, text, at) {
  throw new codes.ERR_INVALID_MIME_SYNTAX(production, text, at);
}

function checkToken(text, production) {
  const at = text.search(NOT_TOKEN);
  if (text === '' || at !== -1) refuse(production, text, at);
}

const lower = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const skip = (text, at) => at + text.slice(at).search(WHITESPACE);

/** [type, subtype, where the parameters begin] */
function parseEssence(text) {
  const start = skip(text, 0);
  const slash = text.indexOf('/', start);
  const type = slash === -1 ? text.slice(start) : text.slice(start, slash);
  const badType = type.search(NOT_TOKEN);
  if (type === '' || badType !== -1 || slash === -1) refuse('type', text, badType === -1 ? badType : start + badType);
  const semicolon = text.indexOf(';', slash + 1);
  const subtype = text.slice(slash + 1, semicolon === -1 ? undefined : semicolon).replace(TRAILING_WHITESPACE, '');
  const badSubtype = subtype.search(NOT_TOKEN);
  if (subtype === '' || badSubtype !== -1) refuse('subtype', text, badSubtype === -1 ? badSubtype : slash + 1 + badSubtype);
  return [lower(type), lower(subtype), semicolon === -1 ? text.length : semicolon + 1];
}

/** The text between quotes, with its escapes undone, and where it ends. */
function quoted(text, at) {
  let value = '';
  for (at++; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at++;
    value += text[at];
  }
  return [value, at + 1];
}

function parseParameters(text, at, table) {
  while (at < text.length) {
    at = skip(text, at);
    const start = at;
    while (at < text.length && text[at] !== ';' && text[at] !== '=') at++;
    const name = lower(text.slice(start, at));
    if (text[at] !== '=') {
      at++;
      continue;
    }
    at++;
    let value;
    const isQuoted = text[at] === '"';
    if (isQuoted) [value, at] = quoted(text, at);
    let end = text.indexOf(';', at);
    if (end === -1) end = text.length;
    if (!isQuoted) value = text.slice(at, end).replace(TRAILING_WHITESPACE, '');
    at = end + 1;
    if ((value !== '' || isQuoted) && name !== '' && !NOT_TOKEN.test(name) && !NOT_QUOTED_STRING.test(value) && !table.has(name)) {
      table.set(name, value);
    }
  }
}

function serialized(value) {
  return value !== '' && !NOT_TOKEN.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

let fill;

class MIMEParams {
  #table = new Map();

  static {
    fill = (params, text, at) => parseParameters(text, at, params.#table);
  }

  delete(name) {
    this.#table.delete(name);
  }

  get(name) {
    return this.#table.get(name) ?? null;
  }

  has(name) {
    return this.#table.has(name);
  }

  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    checkToken(name, 'parameter name');
    const bad = value.search(NOT_QUOTED_STRING);
    if (bad !== -1) refuse('parameter value', value, bad);
    this.#table.set(name, value);
  }

  *entries() {
    yield* this.#table.entries();
  }

  *keys() {
    yield* this.#table.keys();
  }

  *values() {
    yield* this.#table.values();
  }

  toString() {
    return Array.from(this.#table, ([name, value]) => `${name}=${serialized(value)}`).join(';');
  }
}

Object.defineProperties(MIMEParams.prototype, {
  [Symbol.iterator]: { __proto__: null, value: MIMEParams.prototype.entries, configurable: true, writable: true },
  toJSON: { __proto__: null, value: MIMEParams.prototype.toString, configurable: true, writable: true },
});

class MIMEType {
  #type;
  #subtype;
  #params = new MIMEParams();

  constructor(input) {
    const text = `${input}`;
    let at;
    [this.#type, this.#subtype, at] = parseEssence(text);
    fill(this.#params, text, at);
  }

  get type() {
    return this.#type;
  }

  set type(value) {
    value = `${value}`;
    checkToken(value, 'type');
    this.#type = lower(value);
  }

  get subtype() {
    return this.#subtype;
  }

  set subtype(value) {
    value = `${value}`;
    checkToken(value, 'subtype');
    this.#subtype = lower(value);
  }

  get essence() {
    return `${this.#type}/${this.#subtype}`;
  }

  get params() {
    return this.#params;
  }

  toString() {
    const params = this.#params.toString();
    return `${this.essence}${params === '' ? '' : `;${params}`}`;
  }
}

Object.defineProperty(MIMEType.prototype, 'toJSON', {
  __proto__: null, value: MIMEType.prototype.toString, configurable: true, writable: true });

module.exports = { MIMEParams, MIMEType };
