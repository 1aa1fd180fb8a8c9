// nodejs.org/api/process.html#processstdout, v22: the actor's log as streams, written at once; standard input is empty. Missing: terminals.
'use strict';

const realm = internalBinding('realm');

/** A Writable whose chunks go to the log; `columns` and `isTTY` are absent, as with a file. */
function output(fd) {
  const { Writable } = require('stream');
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, encoding, callback) {
      put(fd, chunk, encoding);
      callback();
    },
  });
  stream.fd = fd;
  stream._type = 'fs';
  stream._isStdio = true;
  // it cannot be closed: others write to it, too
  stream.destroySoon = stream.destroy;
  stream._destroy = (error, callback) => callback(error);
  return stream;
}

function put(fd, chunk, encoding) {
  if (typeof chunk !== 'string') realm.writeBytes(fd, chunk);
  else if (encoding === 'utf8' || encoding === 'utf-8' || encoding === 'buffer') realm.write(fd, chunk);
  else realm.writeBytes(fd, require('buffer').Buffer.from(chunk, encoding));
}

function stdin() {
  const { Readable } = require('stream');
  const stream = new Readable({
    highWaterMark: 65536,
    read() {
      this.push(null);
    },
  });
  stream.fd = 0;
  return stream;
}

const streams = [];
const open = (fd) => (streams[fd] = output(fd));

module.exports = { stdout: () => open(1), stderr: () => open(2), stdin, opened: (fd) => streams[fd] };
