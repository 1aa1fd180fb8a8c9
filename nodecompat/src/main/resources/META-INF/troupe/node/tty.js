// https://nodejs.org/docs/latest-v22.x/api/tty.html (v22). Missing: raw mode, and the size of the terminal beyond what COLUMNS and LINES say.
'use strict';

const { defineLazy } = require('internal/lazy');

exports.isatty = function isatty(fd) {
  return Number.isInteger(fd) && fd >= 0 && fd <= 2147483647 && internalBinding('stdio').terminal(fd);
};

for (const name of ['ReadStream', 'WriteStream']) defineLazy(exports, name, () => require('internal/tty/streams')[name]);
