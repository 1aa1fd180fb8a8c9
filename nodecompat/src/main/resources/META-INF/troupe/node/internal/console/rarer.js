// nodejs.org/api/console.html, v22: the methods that few programs call, as functions of a console's state and the arguments. Missing: nothing.
'use strict';

const { log, print, text } = require('internal/console/methods');

const perf = () => Number(internalBinding('realm').hrtime()) / 1e6;

function warn(message) {
  require('internal/process/object').process.emitWarning(message);
}

function duration(milliseconds) {
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(3))}ms`;
  let seconds = milliseconds / 1000;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  seconds %= 60;
  const two = (number) => String(number).padStart(2, '0');
  const [whole, fraction] = seconds.toFixed(3).split('.');
  if (hours > 0) return `${hours}:${two(minutes)}:${two(whole)} (h:mm:ss)`;
  return minutes > 0 ? `${minutes}:${two(whole)}.${fraction} (m:ss.mmm)` : `${Number(seconds.toFixed(3))}s`;
}

function elapsed(self, name, label, rest, end) {
  label = `${label}`;
  const start = self.timers?.get(label);
  if (start === undefined) {
    warn(`No such label '${label}' for console.${name}()`);
    return;
  }
  if (end) self.timers.delete(label);
  const shown = duration(perf() - start);
  print(self, 1, rest.length > 0 ? `${text(self, ['%s: %s', label, shown, ...rest], 1)}` : `${label}: ${shown}`);
}

module.exports = {
  dir(self, [object, options]) {
    const { inspect } = require('internal/util/inspect');
    print(self, 1, inspect(object, { customInspect: false, ...self.inspectOptions?.(1), ...options }));
  },
  time(self, [label = 'default']) {
    label = `${label}`;
    self.timers ??= new Map();
    if (self.timers.has(label)) warn(`Label '${label}' already exists for console.time()`);
    else self.timers.set(label, perf());
  },
  timeEnd: (self, [label = 'default']) => elapsed(self, 'timeEnd', label, [], true),
  timeLog: (self, [label = 'default', ...rest]) => elapsed(self, 'timeLog', label, rest, false),
  trace(self, args, method) {
    const holder = new Error(text(self, args, 2));
    holder.name = 'Trace';
    Error.captureStackTrace(holder, method);
    log(self, 2, [holder.stack]);
  },
  assert(self, [condition, ...args]) {
    if (condition) return;
    if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
    else args.unshift('Assertion failed');
    log(self, 2, args);
  },
  clear(self) {
    const stream = self.stream(1);
    if (!stream?.isTTY || require('internal/process/object').process.env.TERM === 'dumb') return;
    self.write(1, '\u001b[1;1H\u001b[0J'); // to the first cell, and nothing below it
  },
  count(self, [label = 'default']) {
    label = `${label}`;
    self.counts ??= new Map();
    const count = (self.counts.get(label) ?? 0) + 1;
    self.counts.set(label, count);
    log(self, 1, [`${label}: ${count}`]);
  },
  countReset(self, [label = 'default']) {
    label = `${label}`;
    if (!self.counts?.has(label)) warn(`Count for '${label}' does not exist`);
    else self.counts.delete(label);
  },
  group(self, args) {
    if (args.length > 0) log(self, 1, args);
    self.indent = (self.indent ?? '') + ' '.repeat(self.indentation);
  },
  groupEnd(self) {
    self.indent = (self.indent ?? '').slice(0, (self.indent ?? '').length - self.indentation);
  },
  table(self, args) {
    if (args[0] === null || typeof args[0] !== 'object') return log(self, 1, args.slice(0, 1));
    if (args[1] !== undefined) require('internal/validators').validateArray(args[1], 'properties');
    return log(self, 1, [require('internal/console/table').render(args[0], args[1], self.inspectOptions?.(1))]);
  },
};
