// nodejs.org/api/zlib.html#class-zlibdeflate, v22, and its six relatives. Missing: nothing; `memLevel` changes only what memory costs, and the
// JDK decides that.
'use strict';

const { nextTick } = require('internal/ticks');
const { constants } = require('internal/zlib/constants');
const { ZlibBase, Handle, open } = require('internal/zlib/base');
const { binding } = require('internal/zlib/handle');
const { number, dictionary, bytes } = require('internal/zlib/options');

const { setPrototypeOf } = Object;
const {
  Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_MIN_LEVEL, Z_MAX_LEVEL, Z_DEFAULT_COMPRESSION, Z_FIXED,
} = constants;

// the ordinals of Java's Framing
const ZLIB = 0;
const GZIP = 1;
const RAW = 2;
const DETECT = 3;

const FLUSHES = { flush: Z_NO_FLUSH, finishFlush: Z_FINISH, fullFlush: Z_FULL_FLUSH, most: Z_BLOCK };

function Zlib(options, framing, compresses) {
  let windowBits = 15;
  let level = Z_DEFAULT_COMPRESSION;
  let strategy = 0;
  let bits;
  if (options) {
    // 0 asks a decompressor to take what the data says
    if (!compresses && framing !== RAW && (options.windowBits == null || options.windowBits === 0)) {
      windowBits = 0;
    } else {
      windowBits = number(options.windowBits, 'options.windowBits', compresses && framing === GZIP ? 9 : 8, 15, 15);
    }
    level = number(options.level, 'options.level', Z_MIN_LEVEL, Z_MAX_LEVEL, level);
    number(options.memLevel, 'options.memLevel', 1, 9, 8);
    strategy = number(options.strategy, 'options.strategy', 0, Z_FIXED, strategy);
    bits = dictionary(options.dictionary);
  }
  const native = compresses
    ? binding.deflate(framing, level, Math.max(9, windowBits), strategy, ...bytes(bits))
    : binding.inflate(framing, windowBits, ...bytes(bits));
  ZlibBase.call(this, options, new Handle(native), FLUSHES);
  this._level = level;
  this._strategy = strategy;
}
setPrototypeOf(Zlib.prototype, ZlibBase.prototype);
setPrototypeOf(Zlib, ZlibBase);

Zlib.prototype.params = function(level, strategy, callback) {
  number(level, 'level', Z_MIN_LEVEL, Z_MAX_LEVEL, undefined);
  number(strategy, 'strategy', 0, Z_FIXED, undefined);
  if (this._level === level && this._strategy === strategy) {
    if (callback) nextTick(callback);
    return;
  }
  this.flush(Z_SYNC_FLUSH, () => {
    Handle.params(open(this), level, strategy);
    if (this.destroyed) return;
    this._level = level;
    this._strategy = strategy;
    if (callback) callback();
  });
};

/** A class that may be called without `new`. */
function define(name, framing, compresses) {
  const Class = {
    [name]: function(options) {
      if (!(this instanceof Class)) return new Class(options);
      Zlib.call(this, options, framing, compresses);
    },
  }[name];
  setPrototypeOf(Class.prototype, Zlib.prototype);
  setPrototypeOf(Class, Zlib);
  module.exports[name] = Class;
}

define('Deflate', ZLIB, true);
define('Inflate', ZLIB, false);
define('Gzip', GZIP, true);
define('Gunzip', GZIP, false);
define('DeflateRaw', RAW, true);
define('InflateRaw', RAW, false);
define('Unzip', DETECT, false);
