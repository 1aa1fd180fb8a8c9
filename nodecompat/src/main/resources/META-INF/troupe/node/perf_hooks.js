// nodejs.org/api/perf_hooks.html, v22: the clock, marks and measures, observers of both, histograms. Missing: gc and resource entries,
// nodeTiming's milestones.
'use strict';

const { codes } = require('internal/errors');
const { EventTarget } = require('internal/event_target');
const { defineLazy } = require('internal/lazy');
const { exposeInterface } = require('internal/util');
const realm = internalBinding('realm');

const origin = Number(realm.hrtime());
const timeOrigin = Date.now();
const now = () => (Number(realm.hrtime()) - origin) / 1e6;

class Performance extends EventTarget {
  #made = true;

  constructor() {
    if (arguments[0] !== Performance) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  now() {
    if (!(#made in Object(this))) throw new codes.ERR_INVALID_THIS('Performance');
    return now();
  }

  get timeOrigin() {
    if (!(#made in Object(this))) throw new codes.ERR_INVALID_THIS('Performance');
    return timeOrigin;
  }

  mark(name, options) {
    return entries().mark(name, options);
  }

  measure(name, startOrOptions, end) {
    return entries().measure(name, startOrOptions, end);
  }

  clearMarks(name) {
    entries().clear('mark', name);
  }

  clearMeasures(name) {
    entries().clear('measure', name);
  }

  getEntries() {
    return entries().list();
  }

  getEntriesByName(name, type) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    return entries().list().filter((entry) => entry.name === `${name}` && (type === undefined || entry.entryType === type));
  }

  getEntriesByType(type) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    return entries().list().filter((entry) => entry.entryType === `${type}`);
  }

  timerify(fn, options = {}) {
    return entries().timerify(fn, options);
  }

  eventLoopUtilization(first, second) {
    return require('internal/perf/utilization').eventLoopUtilization(first, second);
  }

  toJSON() {
    return { timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }
}
exposeInterface(Performance, 'Performance', ['clearMarks', 'clearMeasures', 'getEntries', 'getEntriesByName', 'getEntriesByType', 'mark', 'measure', 'now',
  'timeOrigin', 'toJSON']);

const entries = () => require('internal/perf/entries');
const performance = new Performance(Performance);

module.exports = { Performance, performance, constants: Object.freeze({ __proto__: null }) };
for (const name of ['PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver', 'PerformanceObserverEntryList']) {
  defineLazy(module.exports, name, () => entries()[name]);
}
for (const name of ['monitorEventLoopDelay', 'createHistogram']) {
  module.exports[name] = { [name](options) {
    return require('internal/perf/histogram')[name](options);
  } }[name];
}
module.exports.eventLoopUtilization = (first, second) => performance.eventLoopUtilization(first, second);
module.exports.timerify = (fn, options) => performance.timerify(fn, options);
