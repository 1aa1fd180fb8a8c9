// nodejs.org/api/perf_hooks.html#class-histogram, v22: counts of values in classes of a given precision, after Gil Tene's HDR histogram
// (hdrhistogram.org): a class is as wide as the lowest bits that the figures leave out. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { kClone } = require('internal/cloneable');
const { customInspectSymbol } = require('internal/util');
const { validateInteger, validateNumber, validateObject } = require('internal/validators');

const realm = internalBinding('realm');

const kMake = Symbol('kMake');
const now = () => BigInt(realm.hrtime());
const MOST = 2n ** 63n - 1n;

/** The counts themselves; clones of a histogram share them. All values are bigints. */
class Counts {
  constructor(lowest, highest, figures) {
    this.lowest = lowest;
    this.highest = highest;
    this.figures = figures;
    // as many classes for each power of two as tell two values apart
    this.bits = BigInt(Math.ceil(Math.log2(2 * 10 ** figures)));
    this.reset();
  }

  reset() {
    this.classes = new Map();
    this.count = 0;
    this.exceeds = 0;
    this.min = MOST;
    this.max = 0n;
    this.previous = undefined;
  }

  shift(value) {
    const length = BigInt(value.toString(2).length);
    return length > this.bits ? length - this.bits : 0n;
  }

  floor(value) {
    const shift = this.shift(value);
    return (value >> shift) << shift;
  }

  ceiling(value) {
    return this.floor(value) + (1n << this.shift(value)) - 1n;
  }

  record(value, times = 1) {
    if (value > this.highest) {
      this.exceeds += times;
      return;
    }
    const key = this.floor(value);
    this.classes.set(key, (this.classes.get(key) ?? 0) + times);
    this.count += times;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  sorted() {
    return [...this.classes].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The value that `percent` of the values do not exceed. */
  percentile(percent) {
    const wanted = Math.max(1, Math.ceil((percent / 100) * this.count));
    let seen = 0;
    for (const [key, times] of this.sorted()) {
      seen += times;
      if (seen >= wanted) return percent === 0 ? this.floor(key) : this.ceiling(key);
    }
    return 0n;
  }

  /** At 0, then halfway to 100 again and again, up to 100. */
  percentiles() {
    const found = new Map();
    if (this.count === 0) return found.set(100, 0n);
    found.set(0, this.percentile(0));
    for (let rest = 50, at = 50; at < 100 && this.percentile(at) < this.ceiling(this.max); rest /= 2, at += rest) {
      found.set(at, this.percentile(at));
    }
    return found.set(100, this.percentile(100));
  }

  mean() {
    let sum = 0;
    for (const [key, times] of this.classes) sum += this.middle(key) * times;
    return this.count === 0 ? NaN : sum / this.count;
  }

  middle(key) {
    return Number(key + ((1n << this.shift(key)) >> 1n));
  }

  deviation() {
    const mean = this.mean();
    let sum = 0;
    for (const [key, times] of this.classes) sum += (this.middle(key) - mean) ** 2 * times;
    return Math.sqrt(sum / this.count);
  }
}

class Histogram {
  #counts;

  constructor(key, counts) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#counts = counts;
  }

  static countsOf(histogram) {
    return #counts in histogram ? histogram.#counts : undefined;
  }

  get count() {
    return this.#counts.count;
  }

  get countBigInt() {
    return BigInt(this.#counts.count);
  }

  get min() {
    return Number(this.#counts.min);
  }

  get minBigInt() {
    return this.#counts.min;
  }

  get max() {
    return Number(this.#counts.max);
  }

  get maxBigInt() {
    return this.#counts.max;
  }

  get mean() {
    return this.#counts.mean();
  }

  get stddev() {
    return this.#counts.deviation();
  }

  get exceeds() {
    return this.#counts.exceeds;
  }

  get exceedsBigInt() {
    return BigInt(this.#counts.exceeds);
  }

  percentile(percentile) {
    return Number(this.percentileBigInt(percentile));
  }

  percentileBigInt(percentile) {
    validateNumber(percentile, 'percentile');
    if (!(percentile > 0 && percentile <= 100)) throw new codes.ERR_OUT_OF_RANGE('percentile', '> 0 && <= 100', percentile);
    return this.#counts.percentile(percentile);
  }

  get percentiles() {
    return new Map([...this.#counts.percentiles()].map(([percent, value]) => [percent, Number(value)]));
  }

  get percentilesBigInt() {
    return this.#counts.percentiles();
  }

  reset() {
    this.#counts.reset();
  }

  toJSON() {
    const { count, min, max, mean, exceeds, stddev } = this;
    return { count, min, max, mean, exceeds, stddev, percentiles: Object.fromEntries(this.percentiles) };
  }

  [customInspectSymbol](depth, options, inspect) {
    if (depth < 0) return `[${this.constructor.name}]`;
    const { count, min, max, mean, exceeds, stddev, percentiles } = this;
    return `Histogram ${inspect({ min, max, mean, exceeds, stddev, count, percentiles }, {
      ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  [kClone]() {
    return new Histogram(kMake, this.#counts);
  }
}

const { countsOf } = Histogram;
delete Histogram.countsOf;

class RecordableHistogram extends Histogram {
  record(value) {
    if (typeof value !== 'bigint') {
      validateInteger(value, 'val', 1);
      value = BigInt(value);
    }
    if (value < 1n || value > MOST) throw new codes.ERR_OUT_OF_RANGE('val', '>= 1 && <= 9223372036854775807', value);
    countsOf(this).record(value);
  }

  recordDelta() {
    const counts = countsOf(this);
    const time = now();
    if (counts.previous !== undefined) counts.record(time > counts.previous ? time - counts.previous : 1n);
    counts.previous = time;
  }

  add(other) {
    if (!(other instanceof RecordableHistogram)) throw new codes.ERR_INVALID_ARG_TYPE('other', 'RecordableHistogram', other);
    for (const [key, times] of countsOf(other).classes) countsOf(this).record(key, times);
    const { min, max, exceeds } = countsOf(other);
    const own = countsOf(this);
    if (min < own.min) own.min = min;
    if (max > own.max) own.max = max;
    own.exceeds += exceeds;
  }

  [kClone]() {
    return new RecordableHistogram(kMake, countsOf(this));
  }
}

function bound(value, name, fallback) {
  if (value === undefined) return fallback;
  if (typeof value === 'bigint') return value;
  validateInteger(value, name, 1);
  return BigInt(value);
}

function createHistogram(options = {}) {
  validateObject(options, 'options');
  const lowest = bound(options.lowest, 'options.lowest', 1n);
  const highest = bound(options.highest, 'options.highest', BigInt(Number.MAX_SAFE_INTEGER));
  const { figures = 3 } = options;
  validateInteger(figures, 'options.figures', 1, 5);
  if (highest < 2n * lowest) throw new codes.ERR_OUT_OF_RANGE('options.highest', `>= ${2n * lowest}`, highest);
  return new RecordableHistogram(kMake, new Counts(lowest, highest, figures));
}

/** How late the loop comes to a timer that should fire every `resolution` milliseconds, in nanoseconds. */
class ELDHistogram extends Histogram {
  #timer;
  #resolution;
  #last;

  constructor(key, resolution) {
    super(key, new Counts(1n, 3600000000000n, 3));
    this.#resolution = resolution;
  }

  enable() {
    if (this.#timer !== undefined) return false;
    this.#last = now();
    this.#timer = require('internal/timers').startTimeout(() => {
      const time = now();
      countsOf(this).record(time > this.#last ? time - this.#last : 1n);
      this.#last = time;
    }, this.#resolution, undefined, true, false);
    return true;
  }

  disable() {
    if (this.#timer === undefined) return false;
    require('internal/timers').clearTimeout(this.#timer);
    this.#timer = undefined;
    return true;
  }

  [Symbol.dispose]() {
    this.disable();
  }
}

function monitorEventLoopDelay(options = {}) {
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  return new ELDHistogram(kMake, resolution);
}

/** For built-ins: notes a duration in nanoseconds. */
const note = (histogram, nanoseconds) => countsOf(histogram).record(BigInt(Math.max(1, Math.ceil(nanoseconds))));

module.exports = { Histogram, RecordableHistogram, createHistogram, monitorEventLoopDelay, note };
