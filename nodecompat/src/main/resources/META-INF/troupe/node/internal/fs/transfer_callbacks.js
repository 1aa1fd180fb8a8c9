// nodejs.org/api/fs.html, v22: read, write, readv and writev with a callback, which gets the count and what was read or written.
// Missing: nothing.
'use strict';

const { checkedCallback, runAsync } = require('internal/fs/forms');
const { kCustomPromisifyArgs } = require('internal/util');
const { checkedFd } = require('internal/fs/options');
const transfer = require('internal/fs/transfer');

/** Calls back with (error, count, bytes). */
function start(plan, callback, bytes) {
  runAsync(plan, (error, count) => (error ? callback(error, 0, bytes) : callback(null, count, bytes)));
}

/** Arguments up to the callback, which is the last function of them. */
function split(args, most) {
  let at = Math.min(args.length, most + 1) - 1;
  while (at > 0 && typeof args[at] !== 'function') at--;
  if (typeof args[at] !== 'function') return [args.slice(0, most), args[Math.min(most, args.length)]];
  return [args.slice(0, at), args[at]];
}

function read(fd, ...rest) {
  checkedFd(fd);
  const [args, callback] = split(rest, 4);
  // (fd, callback) leaves out everything
  const done = typeof rest[0] === 'function' ? rest[0] : callback;
  const shaped = args.length > 2 && !ArrayBuffer.isView(args[0]) ? transfer.readArguments : transfer.looseReadArguments;
  const filled = typeof rest[0] === 'function' ? transfer.looseReadArguments([]) : shaped(args);
  start(transfer.read(fd, ...filled), checkedCallback(done), filled[0]);
}

function write(fd, ...rest) {
  checkedFd(fd);
  const [args, callback] = split(rest, 4);
  if (ArrayBuffer.isView(args[0])) {
    const done = checkedCallback(callback);
    start(transfer.write(fd, ...args), done, args[0]);
  } else {
    const plan = transfer.write(fd, ...args);
    start(plan, checkedCallback(callback), args[0]);
  }
}

function vector(plan) {
  return (fd, buffers, position, callback) => {
    const made = plan(fd, buffers, position);
    start(made, checkedCallback(typeof position === 'function' ? position : callback), buffers);
  };
}

const readv = { readv: vector(transfer.readv) }.readv;
const writev = { writev: vector(transfer.writev) }.writev;

const promisifiedAs = (fn, ...names) => {
  Object.defineProperty(fn, kCustomPromisifyArgs, { __proto__: null, value: names, enumerable: false });
};
promisifiedAs(read, 'bytesRead', 'buffer');
promisifiedAs(write, 'bytesWritten', 'buffer');
promisifiedAs(readv, 'bytesRead', 'buffers');
promisifiedAs(writev, 'bytesWritten', 'buffers');

module.exports = { read, write, readv, writev };
