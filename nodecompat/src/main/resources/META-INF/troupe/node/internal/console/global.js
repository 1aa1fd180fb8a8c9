// nodejs.org/api/console.html, v22: the global console; it writes to the actor's log, without streams until somebody asks for them.
// Missing: context and createTask, which belong to the inspector.
'use strict';

const { bind, members } = require('internal/console/methods');
const { defineLazy } = require('internal/lazy');
const realm = internalBinding('realm');

const state = {
  // once the program has touched the stream it may have replaced its write
  write(fd, text) {
    const stream = require('internal/process/stdio').opened(fd);
    if (stream === undefined) realm.write(fd, text);
    else stream.write(text);
  },
  colors: () => false,
  indentation: 2,
};

const console = Object.create({});
bind(console, members, state);
Object.defineProperty(console, Symbol.toStringTag, { __proto__: null, value: 'console', configurable: true });
defineLazy(console, 'Console', 'internal/console/class');

module.exports = { console };
