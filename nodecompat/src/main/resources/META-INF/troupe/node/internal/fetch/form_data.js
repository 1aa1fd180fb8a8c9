// nodejs.org/api/globals.html#class-formdata, v22; xhr.spec.whatwg.org §4 (FormData). Missing: making one from an HTML form, which there is none of.
'use strict';

const { exposeInterface, customInspectSymbol } = require('internal/util');

const blobs = () => require('buffer');

function need(args, count, method) {
  if (args.length < count) {
    throw new TypeError(`FormData.${method}: ${count} argument${count > 1 ? 's' : ''} required, but only ${args.length} present.`);
  }
}

/** A string, or a file (§4 "create an entry"). */
function entry(value, filename, named, method) {
  const { Blob, File } = blobs();
  if (typeof value === 'object' && value !== null && value instanceof Blob) {
    if (!(value instanceof File)) return new File([value], named ? `${filename}` : 'blob', { type: value.type });
    return named ? new File([value], `${filename}`, { type: value.type, lastModified: value.lastModified }) : value;
  }
  if (named) throw new TypeError(`Failed to execute '${method}' on 'FormData': parameter 2 is not of type 'Blob'`);
  return `${value}`.toWellFormed();
}

class FormData {
  #entries = [];

  constructor(form = undefined) {
    if (form !== undefined) throw new TypeError('Failed to construct \'FormData\': parameter 1 is not of type \'HTMLFormElement\'');
  }

  append(name, value, filename = undefined) {
    need(arguments, 2, 'append');
    this.#entries.push([`${name}`.toWellFormed(), entry(value, filename, arguments.length > 2, 'append')]);
  }

  delete(name) {
    need(arguments, 1, 'delete');
    this.#entries = this.#entries.filter((each) => each[0] !== `${name}`);
  }

  get(name) {
    need(arguments, 1, 'get');
    return this.#entries.find((each) => each[0] === `${name}`)?.[1] ?? null;
  }

  getAll(name) {
    need(arguments, 1, 'getAll');
    return this.#entries.filter((each) => each[0] === `${name}`).map((each) => each[1]);
  }

  has(name) {
    need(arguments, 1, 'has');
    return this.#entries.some((each) => each[0] === `${name}`);
  }

  set(name, value, filename = undefined) {
    need(arguments, 2, 'set');
    const made = [`${name}`.toWellFormed(), entry(value, filename, arguments.length > 2, 'set')];
    const at = this.#entries.findIndex((each) => each[0] === made[0]);
    if (at === -1) {
      this.#entries.push(made);
    } else {
      this.#entries = this.#entries.filter((each, i) => i <= at || each[0] !== made[0]);
      this.#entries[at] = made;
    }
  }

  forEach(callback, thisArg = undefined) {
    need(arguments, 1, 'forEach');
    for (const [name, value] of this) Reflect.apply(callback, thisArg, [value, name, this]);
  }

  * entries() {
    for (let i = 0; i < this.#entries.length; i++) yield this.#entries[i].slice();
  }

  * keys() {
    for (let i = 0; i < this.#entries.length; i++) yield this.#entries[i][0];
  }

  * values() {
    for (let i = 0; i < this.#entries.length; i++) yield this.#entries[i][1];
  }

  [customInspectSymbol](depth, options, inspect) {
    const shown = {};
    for (const [name, value] of this.#entries) {
      if (!Object.hasOwn(shown, name)) shown[name] = value;
      else if (Array.isArray(shown[name])) shown[name].push(value);
      else shown[name] = [shown[name], value];
    }
    return `FormData ${inspect(shown, options)}`;
  }
}

exposeInterface(FormData, 'FormData', ['append', 'delete', 'get', 'getAll', 'has', 'set', 'forEach', 'entries', 'keys', 'values']);
Object.defineProperty(FormData.prototype, Symbol.iterator, {
  __proto__: null, value: FormData.prototype.entries, writable: true, configurable: true,
});

module.exports = { FormData };
