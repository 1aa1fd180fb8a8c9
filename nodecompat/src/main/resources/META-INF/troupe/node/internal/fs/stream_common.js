// nodejs.org/api/fs.html#fscreatereadstreampath-options, v22: what file streams of both directions share. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { checkedPath, shown } = require('internal/fs/paths');
const { checkedFd, optionsOf: namedOptions } = require('internal/fs/options');

const kFs = Symbol('kFs');
const kHandle = Symbol('kHandle');
const kBusy = Symbol('kBusy'); // a call is under way
const kIdle = Symbol('kIdle'); // emitted when that call ends on a destroyed stream

/** A copy, that the constructors may complete. */
function optionsOf(options) {
  const copy = {};
  const checked = namedOptions(options, {});
  for (const name in checked) copy[name] = checked[name];
  for (const name in Object(options)) copy[name] ??= options[name];
  return copy;
}

/** The calls of a program's own `options.fs`, checked: of alternatives at least one must be there. */
function ownCalls(fs, names) {
  for (const name of names) {
    const [first, second] = name.split('|');
    if (second === undefined || (!fs[first] && !fs[second])) validateFunction(fs[first], `options.fs.${first}`);
    else for (const one of [first, second]) if (fs[one]) validateFunction(fs[one], `options.fs.${one}`);
  }
  return fs;
}

/** Calls on a FileHandle in the shape of those on a descriptor. */
function handleCalls(handle) {
  const back = (promise, callback, key) => promise.then(
    (result) => queued(callback, null, key === undefined ? undefined : result[key], result.buffer ?? result.buffers),
    (error) => queued(callback, error, 0));
  return {
    open: (path, flags, mode, callback) => callback(null, handle.fd),
    close(fd, callback) {
      handle[require('internal/fs/file_handle').kUnref]();
      handle.close().then(() => queued(callback, null), (error) => queued(callback, error));
    },
    read: (fd, buffer, offset, length, position, callback) =>
      back(handle.read(buffer, offset, length, position), callback, 'bytesRead'),
    write: (fd, buffer, offset, length, position, callback) =>
      back(handle.write(buffer, offset, length, position), callback, 'bytesWritten'),
    writev: (fd, buffers, position, callback) => back(handle.writev(buffers, position), callback, 'bytesWritten'),
    fsync: (fd, callback) => handle.sync().then(() => queued(callback, null), (error) => queued(callback, error)),
  };
}

/** What a callback throws is no rejection. */
function queued(callback, ...args) {
  require('internal/ticks').nextTick(callback, ...args);
}

function takeDescriptor(stream, options, defaults) {
  const { FileHandle } = require('internal/fs/file_handle');
  if (options.fd == null) {
    stream.fd = null;
    stream[kFs] = defaults;
  } else if (options.fd instanceof FileHandle) {
    if (options.fs) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
    stream[kHandle] = options.fd;
    stream.fd = options.fd.fd;
    stream[kFs] = handleCalls(options.fd);
    options.fd[require('internal/fs/file_handle').kRef]();
    options.fd.on('close', () => stream.close());
  } else if (typeof options.fd === 'number') {
    stream.fd = checkedFd(options.fd);
    stream[kFs] = defaults;
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], options.fd);
  }
}

/** The first half of both constructors. */
function begin(stream, path, options, calls, flags) {
  const defaults = options.fs ? ownCalls(options.fs, calls) : require('fs');
  if (options.autoClose === undefined) options.autoClose = true;
  options.autoDestroy = options.autoClose;
  if (options.emitClose === undefined) options.emitClose = true;
  takeDescriptor(stream, options, defaults);
  if (options.fd == null) {
    const checked = checkedPath(path);
    stream.path = typeof path === 'string' || path instanceof Uint8Array ? path : shown(checked);
    stream.flags = options.flags === undefined ? flags : options.flags;
    stream.mode = options.mode === undefined ? 0o666 : options.mode;
  } else {
    stream.path = undefined;
  }
  stream[kBusy] = false;
}

/** Node's `_construct`: a program that replaced `open` opens itself, as graceful-fs does. */
function construct(callback) {
  if (typeof this.fd === 'number') {
    callback();
    return;
  }
  if (!opens.has(this.open)) {
    constructByOpen(this, callback);
    return;
  }
  openNow(this, callback);
}

function openNow(stream, callback) {
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    stream.fd = fd;
    callback();
    stream.emit('open', stream.fd);
    stream.emit('ready');
  });
}

/** The replaced `open` tells by its 'open' event, or by 'error'. */
function constructByOpen(stream, callback) {
  const { emit } = stream;
  stream.emit = function(...args) {
    if (args[0] === 'open') {
      this.emit = emit;
      callback();
      return Reflect.apply(emit, this, args);
    }
    if (args[0] === 'error') {
      this.emit = emit;
      callback(args[1]);
      return true;
    }
    return Reflect.apply(emit, this, args);
  };
  stream.open();
}

const opens = new WeakSet();

/** What programs once replaced, or called, to open a stream themselves. */
function deprecatedOpen(name) {
  const open = require('internal/util').deprecate(function() {
    openNow(this, (error) => {
      if (error) require('internal/streams/destroy').errorOrDestroy(this, error);
    });
  }, `${name}.prototype.open() is deprecated`, 'DEP0135');
  opens.add(open);
  return open;
}

function close(stream, error, callback) {
  if (stream.fd === null || stream.fd === undefined) {
    callback(error);
    return;
  }
  stream[kFs].close(stream.fd, (failure) => callback(failure || error));
  stream.fd = null;
}

/** Node's `_destroy`: a descriptor is not closed under a call that uses it. */
function destroy(error, callback) {
  if (this[kBusy]) this.once(kIdle, (failure) => close(this, error || failure, callback));
  else close(this, error, callback);
}

/** What both prototypes have. */
function shape(Class, flag) {
  const stateOf = (stream) => {
    const state = stream._readableState ?? stream._writableState;
    if (state === undefined) throw new codes.ERR_INVALID_THIS(Class.name);
    return state;
  };
  Class.prototype.open = deprecatedOpen(Class.name);
  Object.defineProperties(Class.prototype, {
    autoClose: {
      __proto__: null,
      get() { return stateOf(this)[flag]; },
      set(value) { stateOf(this)[flag] = value; },
    },
    pending: { __proto__: null, configurable: true, get() { return this.fd === null; } },
  });
}

module.exports = { kFs, kBusy, kIdle, begin, construct, destroy, optionsOf, shape };
