// nodejs.org/api/url.html#class-urlsearchparams, v22, and url.spec.whatwg.org/#interface-urlsearchparams. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { kClone, refuseClone } = require('internal/cloneable');

const binding = internalBinding('url');
const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

// USVString conversion: lone surrogates become U+FFFD.
const toText = (value) => `${value}`.toWellFormed();

function parseList(text) {
  if (text === '') return [];
  const pairs = binding.parseForm(text[0] === '?' ? text.slice(1) : text);
  const list = new Array(pairs.length);
  for (let i = 0; i < list.length; i++) list[i] = pairs[i];
  return list;
}

function listFromObject(init) {
  const iterator = init[Symbol.iterator];
  if (iterator === null || iterator === undefined) return listFromRecord(init);
  if (typeof iterator !== 'function') throw new codes.ERR_ARG_NOT_ITERABLE('Query pairs');
  const list = [];
  for (const pair of init) {
    if (pair === null || (typeof pair !== 'object' && typeof pair !== 'function') || typeof pair[Symbol.iterator] !== 'function') {
      throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    }
    const items = Array.from(pair, toText);
    if (items.length !== 2) throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    list.push(items[0], items[1]);
  }
  return list;
}

function listFromRecord(record) {
  const seen = new Map();
  for (const key of Reflect.ownKeys(record)) {
    const property = Reflect.getOwnPropertyDescriptor(record, key);
    if (property === undefined || !property.enumerable) continue;
    if (typeof key === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    seen.set(toText(key), toText(record[key]));
  }
  return [...seen].flat();
}

class URLSearchParams {
  #list = [];
  #changed; // tells the URL that owns this, if one does

  constructor(init = undefined) {
    if (init === undefined || init === null) return; // null is no text: Node's choice
    if (typeof init === 'object' || typeof init === 'function') {
      this.#list = #list in init && init[Symbol.iterator] === URLSearchParams.prototype.entries ? init.#list.slice() : listFromObject(init);
    } else {
      this.#list = parseList(toText(init));
    }
  }

  static attached(search, changed) {
    const params = new URLSearchParams(search);
    params.#changed = changed;
    return params;
  }

  static setList(params, search) {
    params.#list = parseList(search);
  }

  static #of(params) {
    if (typeof params !== 'object' || params === null || !(#list in params)) throw new codes.ERR_INVALID_THIS('URLSearchParams');
    return params.#list;
  }

  static list(params) {
    return URLSearchParams.#of(params);
  }

  #update() {
    this.#changed?.(binding.serializeForm(this.#list));
  }

  get size() {
    return URLSearchParams.#of(this).length / 2;
  }

  append(name, value) {
    const list = URLSearchParams.#of(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('name', 'value');
    list.push(toText(name), toText(value));
    this.#update();
  }

  delete(name, value = undefined) {
    const list = URLSearchParams.#of(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toText(name);
    if (value !== undefined) value = toText(value);
    for (let i = 0; i < list.length;) {
      if (list[i] === name && (value === undefined || list[i + 1] === value)) list.splice(i, 2);
      else i += 2;
    }
    this.#update();
  }

  get(name) {
    const list = URLSearchParams.#of(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toText(name);
    for (let i = 0; i < list.length; i += 2) if (list[i] === name) return list[i + 1];
    return null;
  }

  getAll(name) {
    const list = URLSearchParams.#of(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toText(name);
    return list.filter((item, i) => i % 2 === 1 && list[i - 1] === name);
  }

  has(name, value = undefined) {
    const list = URLSearchParams.#of(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toText(name);
    if (value !== undefined) value = toText(value);
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === name && (value === undefined || list[i + 1] === value)) return true;
    }
    return false;
  }

  set(name, value) {
    const list = URLSearchParams.#of(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('name', 'value');
    name = toText(name);
    value = toText(value);
    let found = false;
    for (let i = 0; i < list.length;) {
      if (list[i] !== name) {
        i += 2;
      } else if (found) {
        list.splice(i, 2);
      } else {
        found = true;
        list[i + 1] = value;
        i += 2;
      }
    }
    if (!found) list.push(name, value);
    this.#update();
  }

  sort() {
    const list = URLSearchParams.#of(this);
    const pairs = [];
    for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
    pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    list.splice(0, list.length, ...pairs.flat());
    this.#update();
  }

  forEach(callback, thisArg = undefined) {
    const list = URLSearchParams.#of(this);
    validateFunction(callback, 'callback');
    for (let i = 0; i < this.#list.length; i += 2) {
      Reflect.apply(callback, thisArg, [this.#list[i + 1], this.#list[i], this]);
    }
    return list && undefined;
  }

  entries() {
    URLSearchParams.#of(this);
    return new Iterator(this, 'entries');
  }

  keys() {
    URLSearchParams.#of(this);
    return new Iterator(this, 'keys');
  }

  values() {
    URLSearchParams.#of(this);
    return new Iterator(this, 'values');
  }

  toString() {
    return binding.serializeForm(URLSearchParams.#of(this));
  }

  [inspectSymbol](depth, options) {
    const list = URLSearchParams.#of(this);
    if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
    const inner = { ...options };
    if (typeof depth === 'number') inner.depth = depth - 1;
    const { inspect } = require('util');
    const shown = [];
    for (let i = 0; i < list.length; i += 2) shown.push(`${inspect(list[i], inner)} => ${inspect(list[i + 1], inner)}`);
    return wrapped('URLSearchParams', shown, options);
  }
}

function wrapped(name, shown, options) {
  if (shown.length === 0) return name === 'URLSearchParams' ? `${name} {}` : `${name} {  }`;
  const width = shown.reduce((sum, text) => sum + text.length + 2, -2);
  return width > (options?.breakLength ?? 80) ? `${name} {\n  ${shown.join(',\n  ')} }` : `${name} { ${shown.join(', ')} }`;
}

const { attached, setList, list } = URLSearchParams;
for (const key of ['attached', 'setList', 'list']) delete URLSearchParams[key];

const iteratorParent = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
class Iterator {
  #params;
  #kind;
  #at = 0;

  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }

  next() {
    if (typeof this !== 'object' || this === null || !(#params in this)) throw new codes.ERR_INVALID_THIS('URLSearchParamsIterator');
    const pairs = list(this.#params);
    if (this.#at >= pairs.length) return { value: undefined, done: true };
    const name = pairs[this.#at];
    const value = pairs[this.#at + 1];
    this.#at += 2;
    return { value: this.#kind === 'keys' ? name : this.#kind === 'values' ? value : [name, value], done: false };
  }

  [inspectSymbol](depth, options) {
    if (typeof this !== 'object' || this === null || !(#params in this)) throw new codes.ERR_INVALID_THIS('URLSearchParamsIterator');
    if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
    const { inspect } = require('util');
    const pairs = list(this.#params);
    const shown = [];
    for (let i = this.#at; i < pairs.length; i += 2) {
      if (this.#kind === 'keys') shown.push(inspect(pairs[i], options));
      else if (this.#kind === 'values') shown.push(inspect(pairs[i + 1], options));
      else shown.push(`[ ${inspect(pairs[i], options)}, ${inspect(pairs[i + 1], options)} ]`);
    }
    return wrapped('URLSearchParams Iterator', shown, options);
  }
}
delete Iterator.prototype.constructor;
Object.setPrototypeOf(Iterator.prototype, iteratorParent);
Object.defineProperty(Iterator.prototype, 'next', { __proto__: null, enumerable: true });
Object.defineProperty(Iterator.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'URLSearchParams Iterator' });

for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'size', 'sort', 'entries', 'forEach', 'keys', 'values', 'toString']) {
  Object.defineProperty(URLSearchParams.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.iterator]: { __proto__: null, value: URLSearchParams.prototype.entries, writable: true, configurable: true },
  [Symbol.toStringTag]: { __proto__: null, value: 'URLSearchParams', configurable: true },
  [kClone]: { __proto__: null, value: refuseClone },
});

module.exports = { URLSearchParams, attached, setList };
