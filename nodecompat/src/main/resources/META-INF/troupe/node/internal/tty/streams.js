// https://nodejs.org/docs/latest-v22.x/api/tty.html#class-ttyreadstream and #class-ttywritestream (v22).
'use strict';

const { codes } = require('internal/errors');
const { isatty } = require('tty');
const { TerminalInput } = require('internal/tty/input');
const { TerminalOutput } = require('internal/tty/output');

function check(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new codes.ERR_INVALID_FD(fd);
  if (!isatty(fd)) {
    throw new codes.ERR_TTY_INIT_FAILED({ errno: -22, code: 'EINVAL', message: 'invalid argument', syscall: 'uv_tty_init' });
  }
}

// functions and not classes: old programs call them without new
function ReadStream(fd, options) {
  check(fd);
  return Reflect.construct(TerminalInput, [options], new.target ?? ReadStream);
}

function WriteStream(fd) {
  check(fd);
  return Reflect.construct(TerminalOutput, [fd], new.target ?? WriteStream);
}

for (const [constructor, base] of [[ReadStream, TerminalInput], [WriteStream, TerminalOutput]]) {
  Object.setPrototypeOf(constructor.prototype, base.prototype);
  Object.setPrototypeOf(constructor, base);
}

module.exports = { ReadStream, WriteStream };
