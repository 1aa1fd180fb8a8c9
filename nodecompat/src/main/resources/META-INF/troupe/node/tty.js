// nodejs.org/api/tty.html, v22. Missing: terminals as streams, which throw when made.
'use strict';

const { addMissing } = require('internal/not_implemented');

const NAMES = ['stdin', 'stdout', 'stderr'];

exports.isatty = function isatty(fd) {
  return Number.isInteger(fd) && NAMES[fd] !== undefined && require('internal/process/object').process[NAMES[fd]].isTTY === true;
};

addMissing(exports, 'tty', 'ReadStream WriteStream');
