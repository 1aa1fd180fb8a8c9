// nodejs.org/api/perf_hooks.html, v22: marks, measures, timed functions and their observers. Missing: other entry types. The timeline keeps
// the newest 10,000 entries: it must not grow without end in a program that never clears it.
'use strict';

const { codes } = require('internal/errors');
const { structuredClone } = require('internal/structured_clone');
const { validateFunction, validateNumber, validateObject } = require('internal/validators');
const { performance } = require('perf_hooks');

const CAPACITY = 10000;
const TYPES = ['function', 'mark', 'measure'];
let timeline = [];
const observers = new Set();
const kMake = Symbol('kMake');

class PerformanceEntry {
  #fields;

  constructor(key, name, entryType, startTime, duration) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#fields = { name, entryType, startTime, duration };
  }

  get name() {
    return this.#fields.name;
  }

  get entryType() {
    return this.#fields.entryType;
  }

  get startTime() {
    return this.#fields.startTime;
  }

  get duration() {
    return this.#fields.duration;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    if (depth < 0) return this.constructor.name;
    const shown = { ...this.#fields, detail: this.detail };
    return `${this.constructor.name} ${inspect(shown, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  toJSON() {
    return this.detail === undefined ? { ...this.#fields } : { ...this.#fields, detail: this.detail };
  }
}

class PerformanceMark extends PerformanceEntry {
  #detail;

  constructor(name, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    if (options != null) validateObject(options, 'options');
    const start = options?.startTime ?? performance.now();
    validateNumber(start, 'startTime');
    if (start < 0) throw new codes.ERR_PERFORMANCE_INVALID_TIMESTAMP(start);
    super(kMake, `${name}`, 'mark', start, 0);
    this.#detail = options?.detail == null ? null : structuredClone(options.detail);
  }

  get detail() {
    return this.#detail;
  }
}

class PerformanceMeasure extends PerformanceEntry {
  #detail;

  constructor(key, name, start, duration, detail) {
    super(key, name, 'measure', start, duration);
    this.#detail = detail;
  }

  get detail() {
    return this.#detail;
  }
}

class PerformanceNodeEntry extends PerformanceEntry {
  #detail;

  constructor(key, name, type, start, duration, detail) {
    super(key, name, type, start, duration);
    this.#detail = detail;
    // of a timed function its arguments
    for (let i = 0; i < detail.length; i++) this[i] = detail[i];
  }

  get detail() {
    return this.#detail;
  }
}
for (const kind of [PerformanceMark, PerformanceMeasure]) {
  Object.defineProperty(kind.prototype, Symbol.toStringTag, { __proto__: null, value: kind.name, configurable: true });
}

function add(entry) {
  if (entry.entryType !== 'function') {
    timeline.push(entry);
    if (timeline.length > CAPACITY) timeline = timeline.slice(-CAPACITY / 2);
  }
  for (const observer of observers) observer[kMake](entry);
  return entry;
}

const mark = (name, options) => add(new PerformanceMark(name, options));

function timeOf(point) {
  if (typeof point === 'number') {
    if (point < 0) throw new codes.ERR_PERFORMANCE_INVALID_TIMESTAMP(point);
    return point;
  }
  const found = timeline.findLast((entry) => entry.entryType === 'mark' && entry.name === `${point}`);
  if (found !== undefined) return found.startTime;
  const { lazyDOMException } = require('internal/util');
  throw lazyDOMException(`The "${point}" performance mark has not been set`, 'SyntaxError');
}

function measure(name, startOrOptions, endMark) {
  require('internal/validators').validateString(name, 'name');
  const options = startOrOptions !== null && typeof startOrOptions === 'object' ? startOrOptions : { start: startOrOptions };
  const finish = endMark ?? options.end;
  let end;
  if (finish !== undefined) end = timeOf(finish);
  else if (options.start !== undefined && options.duration !== undefined) end = timeOf(options.start) + options.duration;
  else end = performance.now();
  let start = 0;
  if (options.start !== undefined) start = timeOf(options.start);
  else if (options.duration !== undefined) start = end - options.duration;
  const detail = options.detail == null ? null : structuredClone(options.detail);
  return add(new PerformanceMeasure(kMake, name, start, end - start, detail));
}

function clear(type, name) {
  timeline = timeline.filter((entry) => entry.entryType !== type || (name !== undefined && entry.name !== `${name}`));
}

const sorted = (list) => list.sort((a, b) => a.startTime - b.startTime);
const list = () => sorted([...timeline]);

function timerify(fn, options) {
  validateFunction(fn, 'fn');
  validateObject(options, 'options');
  const { histogram } = options;
  const { RecordableHistogram, note } = histogram === undefined ? {} : require('internal/perf/histogram');
  if (histogram !== undefined && !(histogram instanceof RecordableHistogram)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.histogram', 'RecordableHistogram', histogram);
  }
  const done = (start, args) => {
    note?.(histogram, (performance.now() - start) * 1e6);
    add(new PerformanceNodeEntry(kMake, fn.name, 'function', start, performance.now() - start, args));
  };
  function timed(...args) {
    const start = performance.now();
    const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
    if (!new.target && typeof result?.finally === 'function') return result.finally(() => done(start, args));
    done(start, args);
    return result;
  }
  return Object.defineProperties(timed, {
    length: { __proto__: null, configurable: false, enumerable: true, value: fn.length },
    name: { __proto__: null, configurable: false, enumerable: true, value: `timerified ${fn.name}` },
  });
}

class PerformanceObserverEntryList {
  #entries;

  constructor(entries) {
    this.#entries = sorted(entries);
  }

  getEntries() {
    return [...this.#entries];
  }

  getEntriesByType(type) {
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }

  getEntriesByName(name, type) {
    return this.#entries.filter((entry) => entry.name === `${name}` && (type === undefined || entry.entryType === type));
  }
}

class PerformanceObserver {
  #callback;
  #types = new Set();
  #buffer = [];
  #scheduled = false;

  static get supportedEntryTypes() {
    return TYPES;
  }

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#callback = callback;
  }

  observe(options = {}) {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) throw new codes.ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    if (entryTypes !== undefined && type !== undefined) {
      throw new codes.ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes, 'options.entryTypes can not set with options.type together');
    }
    if (entryTypes !== undefined) this.#types = new Set(entryTypes.filter((one) => TYPES.includes(one)));
    else this.#types.add(type);
    if (buffered && type !== undefined) for (const entry of list()) if (entry.entryType === type) this[kMake](entry);
    observers.add(this);
  }

  disconnect() {
    observers.delete(this);
    this.#types.clear();
    this.#buffer = [];
  }

  takeRecords() {
    return this.#buffer.splice(0);
  }

  [kMake](entry) {
    if (!this.#types.has(entry.entryType)) return;
    this.#buffer.push(entry);
    if (this.#scheduled) return;
    this.#scheduled = true;
    require('internal/timers/immediate').startImmediate(() => {
      this.#scheduled = false;
      const records = this.takeRecords();
      if (records.length > 0) Reflect.apply(this.#callback, this, [new PerformanceObserverEntryList(records), this]);
    });
  }
}

module.exports = {
  PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList, clear, list, mark, measure, timerify,
};
