// nodejs.org/api/console.html, v22: the methods, over a state with write(fd, text). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateArray, validateInteger } = require('internal/validators');

/** One string, the usual case, needs no formatter. */
function text(self, args, fd) {
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  return require('internal/util/format').formatWithOptions(self.inspectOptions?.(fd) ?? {}, ...args);
}

const perf = () => Number(internalBinding('realm').hrtime()) / 1e6;

function print(self, fd, line) {
  const indent = self.indent ?? '';
  if (indent !== '') line = indent + (line.includes('\n') ? line.replaceAll('\n', `\n${indent}`) : line);
  self.write(fd, `${line}\n`);
}

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

const members = {
  log: (self, args) => print(self, 1, text(self, args, 1)),
  warn: (self, args) => print(self, 2, text(self, args, 2)),
  error: (self, args) => print(self, 2, text(self, args, 2)),
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
    members.error(self, [holder.stack]);
  },
  assert(self, [condition, ...args]) {
    if (condition) return;
    if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
    else args.unshift('Assertion failed');
    members.warn(self, args);
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
    members.log(self, [`${label}: ${count}`]);
  },
  countReset(self, [label = 'default']) {
    label = `${label}`;
    if (!self.counts?.has(label)) warn(`Count for '${label}' does not exist`);
    else self.counts.delete(label);
  },
  group(self, args) {
    if (args.length > 0) members.log(self, args);
    self.indent = (self.indent ?? '') + ' '.repeat(self.indentation);
  },
  groupEnd(self) {
    self.indent = (self.indent ?? '').slice(0, (self.indent ?? '').length - self.indentation);
  },
  table(self, args) {
    if (args[0] === null || typeof args[0] !== 'object') return members.log(self, args.slice(0, 1));
    if (args[1] !== undefined) validateArray(args[1], 'properties');
    return members.log(self, [require('internal/console/table').render(args[0], args[1], self.inspectOptions?.(1))]);
  },
};

/** nodejs.org/api/diagnostics_channel.html#console: the channels that the program asked for, by their names. */
const channels = { __proto__: null };

function announce(name, args) {
  const channel = channels[name];
  if (channel?.hasSubscribers) channel.publish(args);
}

/** Puts the methods on `target` as functions that are bound to `self`, in Node's order. One scope holds them all: a realm pays for each scope. */
function bind(target, table, self) {
  const methods = {
    log(...args) { announce('console.log', args); table.log(self, args); },
    warn(...args) { announce('console.warn', args); table.warn(self, args); },
    dir(...args) { table.dir(self, args); },
    time(...args) { table.time(self, args); },
    timeEnd(...args) { table.timeEnd(self, args); },
    timeLog(...args) { table.timeLog(self, args); },
    trace(...args) { table.trace(self, args, methods.trace); },
    assert(...args) { table.assert(self, args); },
    clear(...args) { table.clear(self, args); },
    count(...args) { table.count(self, args); },
    countReset(...args) { table.countReset(self, args); },
    group(...args) { table.group(self, args); },
    groupEnd(...args) { table.groupEnd(self, args); },
    table(...args) { table.table(self, args); },
    debug(...args) { announce('console.debug', args); table.log(self, args); },
    info(...args) { announce('console.info', args); table.log(self, args); },
    dirxml(...args) { table.log(self, args); },
    error(...args) { announce('console.error', args); table.error(self, args); },
    groupCollapsed(...args) { table.group(self, args); },
    profile() {},
    profileEnd() {},
    timeStamp() {},
  };
  Object.assign(target, methods);
}

function checkedIndentation(value) {
  if (value === undefined) return 2;
  validateInteger(value, 'groupIndentation', 0, 1000);
  return value;
}

function writable(stream, name) {
  if (!stream || typeof stream.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM(name);
  return stream;
}

/** Marks what is a console. */
const kIsConsole = Symbol('kIsConsole');

module.exports = { kIsConsole, channels, bind, checkedIndentation, members, writable };
