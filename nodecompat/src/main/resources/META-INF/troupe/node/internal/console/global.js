// nodejs.org/api/console.html, v22: the global console; it writes to the actor's log, without streams until somebody asks for them.
// Missing: context and createTask, which belong to the inspector.
'use strict';

const { bind, kIsConsole } = require('internal/console/methods');
const { defineLazy } = require('internal/lazy');
const realm = internalBinding('realm');

/** What the program put in place of the streams. */
const replaced = [];
const streamOf = (fd) => replaced[fd] ?? require('internal/process/stdio').opened(fd);

const state = {
  // once the program has touched the stream it may have replaced its write
  write(fd, text) {
    const stream = streamOf(fd);
    if (stream === undefined) realm.write(fd, text);
    else stream.write(text);
  },
  inspectOptions(fd) {
    const stream = streamOf(fd);
    return stream === undefined ? undefined : { colors: require('internal/util/colors').shouldColorize(stream) };
  },
  stream: streamOf,
  indentation: 2,
};

const console = Object.create({});
bind(console, state);
Object.defineProperty(console, Symbol.toStringTag, { __proto__: null, value: 'console', configurable: true });
for (const [name, fd, stream] of [['_stdout', 1, 'stdout'], ['_stderr', 2, 'stderr']]) {
  Object.defineProperty(console, name, {
    __proto__: null,
    configurable: true,
    get: () => replaced[fd] ?? require('internal/process/object').process[stream],
    set(value) {
      replaced[fd] = value;
    },
  });
}
Object.defineProperty(console, kIsConsole, { __proto__: null, value: true });
defineLazy(console, 'Console', 'internal/console/class');

module.exports = { console };
