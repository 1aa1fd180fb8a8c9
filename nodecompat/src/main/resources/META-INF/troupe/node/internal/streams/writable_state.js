// What a Writable remembers, one shape for all of them.
'use strict';

const { highWaterMarkOf } = require('internal/streams/marks');
const { onWriteOf } = require('internal/streams/writing');
const { codes } = require('internal/errors');

class WritableState {
  constructor(options, stream, isDuplex) {
    this.objectMode = Boolean(options?.objectMode || (isDuplex && options?.writableObjectMode));
    this.highWaterMark = highWaterMarkOf(options, this.objectMode, 'writableHighWaterMark', isDuplex);
    this.finalCalled = false;
    this.needDrain = false;
    this.ending = false;
    this.ended = false;
    this.finished = false;
    this.prefinished = false;
    this.destroyed = false;
    this.decodeStrings = options?.decodeStrings !== false;
    const encoding = options?.defaultEncoding;
    if (encoding && encoding !== 'utf8' && !require('buffer').Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    this.defaultEncoding = encoding || 'utf8';
    this.length = 0;
    this.writing = false;
    this.corked = 0;
    this.sync = true;
    this.bufferProcessing = false;
    this.onWrite = onWriteOf(stream, this);
    this.writeCallback = null;
    this.writeLength = 0;
    this.afterWrite = null;
    this.buffered = [];
    this.bufferedIndex = 0;
    this.pendingcb = 0;
    this.constructed = true;
    this.errorEmitted = false;
    this.emitClose = options?.emitClose !== false;
    this.autoDestroy = options?.autoDestroy !== false;
    this.errored = null;
    this.closed = false;
    this.closeEmitted = false;
    this.onFinish = [];
  }

  get bufferedRequestCount() {
    return this.buffered.length - this.bufferedIndex;
  }

  getBuffer() {
    return this.buffered.slice(this.bufferedIndex);
  }
}

module.exports = { WritableState };
