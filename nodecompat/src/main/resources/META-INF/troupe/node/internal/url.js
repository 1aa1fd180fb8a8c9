// nodejs.org/api/url.html#the-whatwg-url-api, v22, and url.spec.whatwg.org: the URL class; Java parses.
// Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const params = require('internal/url/search_params');
const { kClone, refuseClone } = require('internal/cloneable');

const binding = internalBinding('url');
const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

function parse(input, base) {
  const record = base === undefined ? binding.parse(input) : binding.parse(input, base);
  return record === false ? undefined : record;
}

// Unlike other errors of Node, this one does not show its code in its first line.
function invalid(input, base) {
  const error = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input });
  if (base !== undefined) error.base = base;
  return error;
}

let fromRecord; // set while `URL.parse` makes an object of what is parsed already

class URL {
  #record;
  #searchParams;

  constructor(input, base = undefined) {
    if (fromRecord !== undefined) {
      this.#record = fromRecord;
      return;
    }
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    input = `${input}`;
    if (base !== undefined) base = `${base}`;
    this.#record = parse(input, base);
    if (this.#record === undefined) throw invalid(input, base);
  }

  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    const record = parse(`${input}`, base === undefined ? undefined : `${base}`);
    if (record === undefined) return null;
    fromRecord = record;
    try {
      return new URL('');
    } finally {
      fromRecord = undefined;
    }
  }

  static canParse(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    return parse(`${input}`, base === undefined ? undefined : `${base}`) !== undefined;
  }

  static createObjectURL(blob) {
    return require('internal/blob/registry').createObjectURL(blob);
  }

  static revokeObjectURL(url) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    require('internal/blob/registry').revokeObjectURL(url);
  }

  static #of(url) {
    if (typeof url !== 'object' || url === null || !(#record in url)) {
      // V8's words for it, which Node lets through
      throw new TypeError('Receiver must be an instance of class URL: Cannot read private member #record from an object whose class did not declare it');
    }
    return url.#record;
  }

  static part(url, name) {
    return binding.part(URL.#of(url), name);
  }

  static set(url, name, value) {
    const record = URL.#of(url);
    value = `${value}`;
    if (!binding.set(record, name, value)) throw invalid(value);
    if (url.#searchParams && (name === 'href' || name === 'search')) {
      params.setList(url.#searchParams, binding.part(record, 'search'));
    }
  }

  get searchParams() {
    const record = URL.#of(this);
    if (this.#searchParams === undefined) {
      this.#searchParams = params.attached(binding.part(record, 'search'), (search) => binding.set(record, 'search', search));
    }
    return this.#searchParams;
  }

  toString() {
    return part(this, 'href');
  }

  toJSON() {
    return part(this, 'href');
  }

  [inspectSymbol](depth, options) {
    URL.#of(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const name = this.constructor?.name || 'URL';
    const shown = Object.create({ constructor: name === 'URL' ? URL : this.constructor });
    for (const key of parts) shown[key] = this[key];
    const fields = { ...shown };
    if (options.showHidden) fields[Symbol('context')] = require('internal/url/context').contextOf(this);
    return `${name} ${require('util').inspect(fields, options)}`;
  }
}

const { part, set } = URL;
delete URL.part;
delete URL.set;

const parts = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash'];

/** A member of the class, defined anew: for-in shows them in the standard's order (url.spec.whatwg.org/#api). */
function defineAgain(name) {
  const member = Object.getOwnPropertyDescriptor(URL.prototype, name);
  delete URL.prototype[name];
  Object.defineProperty(URL.prototype, name, { ...member, __proto__: null, enumerable: true });
}

defineAgain('toString');
for (const name of parts) {
  if (name === 'searchParams') {
    defineAgain(name);
    continue;
  }
  const accessors = {
    get [name]() { return part(this, name); },
    set [name](value) { set(this, name, value); },
  };
  const { get, set: setter } = Object.getOwnPropertyDescriptor(accessors, name);
  Object.defineProperty(URL.prototype, name, {
    __proto__: null, enumerable: true, configurable: true, get, set: name === 'origin' ? undefined : setter,
  });
}
defineAgain('toJSON');
Object.defineProperties(URL.prototype, {
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'URL' },
  [kClone]: { __proto__: null, value: refuseClone },
});
Object.defineProperties(URL, {
  parse: { __proto__: null, enumerable: true },
  canParse: { __proto__: null, enumerable: true },
  createObjectURL: { __proto__: null, enumerable: true },
  revokeObjectURL: { __proto__: null, enumerable: true },
});

// As in Node: what looks like a URL of any realm, or of a package, but is no legacy object.
function isURL(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

module.exports = { URL, URLSearchParams: params.URLSearchParams, isURL };
