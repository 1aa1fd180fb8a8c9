// https://nodejs.org/docs/latest-v22.x/api/stream.html#streamcomposestreams (v22): several streams as one Duplex. Missing: nothing.
'use strict';

const { codes, AbortError } = require('internal/errors');
const kinds = require('internal/streams/kinds');
const Duplex = require('internal/streams/duplex');
const { destroyer } = require('internal/streams/destroy');
const { finished } = require('internal/streams/end_of_stream');

const canRead = (thing) => Boolean(kinds.isReadable(thing)) || kinds.isReadableStream(thing) || kinds.isTransformStream(thing);
const canWrite = (thing) => Boolean(kinds.isWritable(thing)) || kinds.isWritableStream(thing) || kinds.isTransformStream(thing);

function compose(...given) {
  if (given.length === 0) throw new codes.ERR_MISSING_ARGS('streams');
  const { duplexFrom } = require('internal/streams/duplexify');
  if (given.length === 1) return duplexFrom(given[0]);
  const streams = [...given];
  const lastIndex = streams.length - 1;
  // functions in between stay functions: the pipeline calls them with what comes before
  if (typeof streams[0] === 'function') streams[0] = duplexFrom(streams[0]);
  if (typeof streams[lastIndex] === 'function') streams[lastIndex] = duplexFrom(streams[lastIndex]);
  for (let i = 0; i <= lastIndex; i++) {
    if (!kinds.isNode(streams[i]) && !kinds.isWeb(streams[i])) continue;
    if (i < lastIndex && !canRead(streams[i])) throw new codes.ERR_INVALID_ARG_VALUE(`streams[${i}]`, given[i], 'must be readable');
    if (i > 0 && !canWrite(streams[i])) throw new codes.ERR_INVALID_ARG_VALUE(`streams[${i}]`, given[i], 'must be writable');
  }
  return new Composition(streams).duplex;
}

/** The Duplex in front, the head that takes what is written to it and the tail that it reads from. */
class Composition {
  constructor(streams) {
    this.head = streams[0];
    this.tail = require('internal/streams/pipeline').run(streams, (error) => this.onPipelineEnd(error));
    this.isOpen = canWrite(this.head) || canRead(this.tail);
    this.onDrain = null;
    this.onFinish = null;
    this.onReadable = null;
    this.onClose = null;
    this.ended = false;
    const writable = canWrite(this.head);
    const readable = canRead(this.tail);
    this.duplex = new Duplex({
      writableObjectMode: Boolean(this.head?.writableObjectMode),
      readableObjectMode: Boolean(this.tail?.readableObjectMode),
      writable,
      readable,
    });
    if (writable) this.connectHead();
    if (readable) this.connectTail();
    this.duplex._destroy = (error, callback) => this.destroy(error, callback);
  }

  onPipelineEnd(error) {
    this.ended = true;
    const onClose = this.take('onClose');
    if (onClose) onClose(error);
    else if (error) this.duplex.destroy(error);
    else if (!this.isOpen) this.duplex.destroy();
  }

  connectHead() {
    const { duplex, head, tail } = this;
    if (kinds.isNode(head)) {
      duplex._write = (chunk, encoding, callback) => {
        if (head.write(chunk, encoding)) callback();
        else this.onDrain = callback;
      };
      duplex._final = (callback) => {
        head.end();
        this.onFinish = callback;
      };
      head.on('drain', () => this.take('onDrain')?.());
    } else {
      const writer = (kinds.isTransformStream(head) ? head.writable : head).getWriter();
      duplex._write = async (chunk, encoding, callback) => {
        try {
          await writer.ready;
          writer.write(chunk).catch(() => {});
          callback();
        } catch (error) {
          callback(error);
        }
      };
      duplex._final = async (callback) => {
        try {
          await writer.ready;
          writer.close().catch(() => {});
          this.onFinish = callback;
        } catch (error) {
          callback(error);
        }
      };
    }
    finished(kinds.isTransformStream(tail) ? tail.readable : tail, () => this.take('onFinish')?.());
  }

  connectTail() {
    const { duplex, tail } = this;
    if (kinds.isNode(tail)) {
      tail.on('readable', () => this.take('onReadable')?.());
      tail.on('end', () => duplex.push(null));
      duplex._read = () => this.readNode();
    } else {
      const reader = (kinds.isTransformStream(tail) ? tail.readable : tail).getReader();
      duplex._read = async () => {
        for (;;) {
          try {
            const { value, done } = await reader.read();
            if (!duplex.push(done ? null : value) || done) return;
          } catch (error) {
            duplex.destroy(error);
            return;
          }
        }
      };
    }
  }

  readNode() {
    for (;;) {
      const chunk = this.tail.read();
      if (chunk === null) {
        this.onReadable = () => this.readNode();
        return;
      }
      if (!this.duplex.push(chunk)) return;
    }
  }

  take(name) {
    const callback = this[name];
    this[name] = null;
    return callback;
  }

  destroy(error, callback) {
    const reason = !error && !this.ended ? new AbortError() : error;
    this.onReadable = this.onDrain = this.onFinish = null;
    if (kinds.isNode(this.tail)) destroyer(this.tail, reason);
    if (this.ended) callback(reason);
    else this.onClose = (failure) => callback(failure ?? error);
  }
}

module.exports = { compose };
