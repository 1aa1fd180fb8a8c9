// nodejs.org/api/globals.html#class-headers, v22; fetch.spec.whatwg.org §5.1 (Headers). Missing: nothing.
'use strict';

const { exposeInterface, customInspectSymbol } = require('internal/util');

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const NOT_IN_VALUE = /[\0\r\n]|[^\x00-\xff]/;
const WHITE = /^[\t\n\r ]+|[\t\n\r ]+$/g;

// what a response's or a request's list may be asked to do (§5.1 "guard")
const IMMUTABLE = 'immutable';

let bare = false;

function checkedName(name, method) {
  const text = `${name}`;
  if (!TOKEN.test(text)) throw new TypeError(`Headers.${method}: ${text} is an invalid header name.`);
  return text;
}

function checkedValue(value, method) {
  const text = `${value}`.replace(WHITE, '');
  if (NOT_IN_VALUE.test(text)) throw new TypeError(`Headers.${method}: ${text} is an invalid header value.`);
  return text;
}

function need(args, count, method) {
  if (args.length < count) {
    throw new TypeError(`Headers.${method}: ${count} argument${count > 1 ? 's' : ''} required, but${args.length ? ' only' : ''} ${args.length} present.`);
  }
}

class Headers {
  // lower-case name → [name as given, value, …]
  #map = new Map();
  #guard = 'none';

  constructor(init = undefined) {
    if (bare) return;
    if (init !== undefined) fill(this, init);
  }

  static guard(headers, guard) {
    headers.#guard = guard;
    return headers;
  }

  static copy(headers) {
    const copy = make();
    for (const [key, field] of headers.#map) copy.#map.set(key, field.slice());
    return copy;
  }

  /** Adds what comes from the network, unchecked. */
  static add(headers, name, value) {
    const key = name.toLowerCase();
    const field = headers.#map.get(key);
    if (field === undefined) headers.#map.set(key, [name, value]);
    else field.push(value);
  }

  /** `[name, value]` as a server or a client sends them. */
  static raw(headers) {
    const fields = [];
    for (const [key, field] of headers.#map) {
      if (key === 'set-cookie') for (let i = 1; i < field.length; i++) fields.push([field[0], field[i]]);
      else fields.push([field[0], field.slice(1).join(key === 'cookie' ? '; ' : ', ')]);
    }
    return fields;
  }

  #mutable() {
    if (this.#guard === IMMUTABLE) throw new TypeError('immutable');
  }

  append(name, value) {
    need(arguments, 2, 'append');
    const given = checkedName(name, 'append');
    const text = checkedValue(value, 'append');
    this.#mutable();
    add(this, given, text);
  }

  delete(name) {
    need(arguments, 1, 'delete');
    const key = checkedName(name, 'delete').toLowerCase();
    this.#mutable();
    this.#map.delete(key);
  }

  get(name) {
    need(arguments, 1, 'get');
    const key = checkedName(name, 'get').toLowerCase();
    const field = this.#map.get(key);
    return field === undefined ? null : field.slice(1).join(key === 'cookie' ? '; ' : ', ');
  }

  has(name) {
    need(arguments, 1, 'has');
    return this.#map.has(checkedName(name, 'has').toLowerCase());
  }

  set(name, value) {
    need(arguments, 2, 'set');
    const given = checkedName(name, 'set');
    const text = checkedValue(value, 'set');
    this.#mutable();
    this.#map.set(given.toLowerCase(), [given, text]);
  }

  getSetCookie() {
    return this.#map.get('set-cookie')?.slice(1) ?? [];
  }

  forEach(callback, thisArg = undefined) {
    need(arguments, 1, 'forEach');
    if (typeof callback !== 'function') throw new TypeError('Failed to execute \'forEach\' on \'Headers\': parameter 1 is not of type \'Function\'.');
    for (const [name, value] of this) Reflect.apply(callback, thisArg, [value, name, this]);
  }

  /** §5.1 "sort and combine". */
  #sorted() {
    const fields = [];
    for (const key of [...this.#map.keys()].sort()) {
      const field = this.#map.get(key);
      if (key === 'set-cookie') for (let i = 1; i < field.length; i++) fields.push([key, field[i]]);
      else fields.push([key, field.slice(1).join(key === 'cookie' ? '; ' : ', ')]);
    }
    return fields;
  }

  * #iterate(pick) {
    // the list is looked at anew at each step, as the standard says
    for (let i = 0; ; i++) {
      const fields = this.#sorted();
      if (i >= fields.length) return;
      yield pick(fields[i]);
    }
  }

  entries() {
    return iterator(this.#iterate((field) => field));
  }

  keys() {
    return iterator(this.#iterate((field) => field[0]));
  }

  values() {
    return iterator(this.#iterate((field) => field[1]));
  }

  [customInspectSymbol](depth, options, inspect) {
    return `Headers ${inspect(Object.fromEntries(this.#sorted()), options)}`;
  }
}

const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
const HeadersIterator = Object.create(IteratorPrototype, {
  next: { __proto__: null, writable: true, enumerable: true, configurable: true, value: function next() { return this[kSteps].next(); } },
  [Symbol.toStringTag]: { __proto__: null, value: 'Headers Iterator', configurable: true },
});
const kSteps = Symbol('steps');

function iterator(steps) {
  return Object.defineProperty(Object.create(HeadersIterator), kSteps, { __proto__: null, value: steps });
}

const { guard, copy, add, raw } = Headers;
for (const name of ['guard', 'copy', 'add', 'raw']) delete Headers[name];
exposeInterface(Headers, 'Headers', ['append', 'delete', 'get', 'has', 'set', 'getSetCookie', 'forEach', 'entries', 'keys', 'values']);
Object.defineProperty(Headers.prototype, Symbol.iterator, {
  __proto__: null, value: Headers.prototype.entries, writable: true, configurable: true,
});

function make() {
  bare = true;
  try {
    return new Headers();
  } finally {
    bare = false;
  }
}

/** §5.1 "fill": a sequence of pairs or a record. */
function fill(headers, init) {
  if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
    throw new TypeError('Headers constructor: init given is not a record or a sequence of pairs.');
  }
  const iterate = init[Symbol.iterator];
  if (iterate !== undefined && iterate !== null) {
    for (const pair of init) {
      if (pair === null || typeof pair !== 'object' || typeof pair[Symbol.iterator] !== 'function') {
        throw new TypeError('Headers constructor: each header pair must be iterable.');
      }
      const [name, value, ...more] = pair;
      if ([...pair].length !== 2 || more.length > 0) throw new TypeError('Headers constructor: expected name/value pair to be length 2.');
      headers.append(name, value);
    }
    return;
  }
  for (const key of Reflect.ownKeys(init)) {
    const property = Reflect.getOwnPropertyDescriptor(init, key);
    if (property?.enumerable) headers.append(typeof key === 'symbol' ? checkedSymbol() : key, init[key]);
  }
}

function checkedSymbol() {
  throw new TypeError('Headers constructor: a symbol is not a header name.');
}

module.exports = { Headers, headersTools: { make, guard, copy, add, raw, fill, IMMUTABLE } };
