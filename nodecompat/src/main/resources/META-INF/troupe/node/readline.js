// https://nodejs.org/docs/latest-v22.x/api/readline.html (v22). Missing: Ctrl+Z does not suspend the process.
'use strict';

const { defineLazy } = require('internal/lazy');
const { clearLine, clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');
const { Interface, createInterface } = require('internal/readline/callbacks');
const { emitKeypressEvents } = require('internal/readline/keypress_events');

module.exports = { Interface, clearLine, clearScreenDown, createInterface, cursorTo, emitKeypressEvents, moveCursor };
defineLazy(module.exports, 'promises', () => require('readline/promises'));
