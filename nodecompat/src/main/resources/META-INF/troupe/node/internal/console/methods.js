// nodejs.org/api/console.html, v22: the methods, over a state with write(fd, text). The rarer ones load with their first call. Missing: nothing.
'use strict';

const rarer = () => require('internal/console/rarer');

/** One string, the usual case, needs no formatter. */
function text(self, args, fd) {
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  return require('internal/util/format').formatWithOptions(self.inspectOptions?.(fd) ?? {}, ...args);
}

function print(self, fd, line) {
  const indent = self.indent ?? '';
  if (indent !== '') line = indent + (line.includes('\n') ? line.replaceAll('\n', `\n${indent}`) : line);
  self.write(fd, `${line}\n`);
}

function log(self, fd, args) {
  print(self, fd, text(self, args, fd));
}

/** nodejs.org/api/diagnostics_channel.html#console: the channels that the program asked for, by their names. */
const channels = { __proto__: null };

function announce(name, args) {
  const channel = channels[name];
  if (channel?.hasSubscribers) channel.publish(args);
}

/** Puts the methods on `target` as functions that are bound to `self`, in Node's order. One scope holds them all: a realm pays for each scope. */
function bind(target, self) {
  const methods = {
    log(...args) { announce('console.log', args); log(self, 1, args); },
    warn(...args) { announce('console.warn', args); log(self, 2, args); },
    dir(...args) { rarer().dir(self, args); },
    time(...args) { rarer().time(self, args); },
    timeEnd(...args) { rarer().timeEnd(self, args); },
    timeLog(...args) { rarer().timeLog(self, args); },
    trace(...args) { rarer().trace(self, args, methods.trace); },
    assert(...args) { rarer().assert(self, args); },
    clear(...args) { rarer().clear(self, args); },
    count(...args) { rarer().count(self, args); },
    countReset(...args) { rarer().countReset(self, args); },
    group(...args) { rarer().group(self, args); },
    groupEnd(...args) { rarer().groupEnd(self, args); },
    table(...args) { rarer().table(self, args); },
    debug(...args) { announce('console.debug', args); log(self, 1, args); },
    info(...args) { announce('console.info', args); log(self, 1, args); },
    dirxml(...args) { log(self, 1, args); },
    error(...args) { announce('console.error', args); log(self, 2, args); },
    groupCollapsed(...args) { rarer().group(self, args); },
    profile() {},
    profileEnd() {},
    timeStamp() {},
  };
  Object.assign(target, methods);
}

/** Marks what is a console. */
const kIsConsole = Symbol('kIsConsole');

module.exports = { kIsConsole, channels, bind, log, print, text };
