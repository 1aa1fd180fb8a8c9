// https://nodejs.org/docs/latest-v22.x/api/process.html#process-io (v22): the standard streams, each made on first use. Missing: raw mode of terminals.
'use strict';

const isTerminal = (fd) => internalBinding('stdio').terminal(fd);

const streams = [];

function open(fd) {
  const Output = isTerminal(fd) ? require('tty').WriteStream : require('internal/tty/output').StandardOutput;
  return (streams[fd] = new Output(fd));
}

function stdin() {
  if (isTerminal(0)) return new (require('tty').ReadStream)(0);
  return new (require('internal/tty/input').StandardInput)();
}

module.exports = { stdout: () => open(1), stderr: () => open(2), stdin, opened: (fd) => streams[fd] };
