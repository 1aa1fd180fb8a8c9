// A Duplex over a Readable and a Writable that know nothing of one another (nodejs.org/api/stream.html#streamduplexfromsrc, v22).
'use strict';

const { AbortError } = require('internal/errors');
const kinds = require('internal/streams/kinds');
const Duplex = require('internal/streams/duplex');
const { destroyer } = require('internal/streams/destroy');
const { finished } = require('internal/streams/end_of_stream');

/** Either side may be absent. */
function joined(sides) {
  return new Join(sides).duplex;
}

class Join {
  constructor({ readable, writable }) {
    // an old stream is read through a Readable around it
    this.source = readable && typeof readable.read !== 'function' ? require('internal/streams/readable').wrap(readable) : readable;
    this.target = writable;
    this.canRead = Boolean(kinds.isReadable(this.source));
    this.canWrite = Boolean(kinds.isWritable(this.target));
    this.onDrain = this.onFinish = this.onReadable = this.onClose = null;
    this.duplex = new Duplex({
      readableObjectMode: Boolean(this.source?.readableObjectMode),
      writableObjectMode: Boolean(this.target?.writableObjectMode),
      readable: this.canRead,
      writable: this.canWrite,
    });
    if (this.canWrite) this.connectTarget();
    if (this.canRead) this.connectSource();
    this.duplex._destroy = (error, callback) => this.destroy(error, callback);
  }

  take(name) {
    const callback = this[name];
    this[name] = null;
    return callback;
  }

  onSideEnd(error) {
    const onClose = this.take('onClose');
    if (onClose) onClose(error);
    else if (error) this.duplex.destroy(error);
  }

  connectTarget() {
    const { duplex, target } = this;
    finished(target, (error) => {
      this.canWrite = false;
      if (error) destroyer(this.source, error);
      this.onSideEnd(error);
    });
    duplex._write = (chunk, encoding, callback) => {
      if (target.write(chunk, encoding)) callback();
      else this.onDrain = callback;
    };
    duplex._final = (callback) => {
      target.end();
      this.onFinish = callback;
    };
    target.on('drain', () => this.take('onDrain')?.());
    target.on('finish', () => this.take('onFinish')?.());
  }

  connectSource() {
    const { duplex, source } = this;
    finished(source, (error) => {
      this.canRead = false;
      if (error) destroyer(this.source, error);
      this.onSideEnd(error);
    });
    source.on('readable', () => this.take('onReadable')?.());
    source.on('end', () => duplex.push(null));
    duplex._read = () => this.read();
  }

  read() {
    for (;;) {
      const chunk = this.source.read();
      if (chunk === null) {
        this.onReadable = () => this.read();
        return;
      }
      if (!this.duplex.push(chunk)) return;
    }
  }

  destroy(error, callback) {
    const isOpen = this.canRead || this.canWrite;
    const reason = !error && isOpen ? new AbortError() : error;
    this.onReadable = this.onDrain = this.onFinish = null;
    if (isOpen) this.onClose = (failure) => callback(failure ?? error);
    else callback(reason);
    destroyer(this.target, reason);
    destroyer(this.source, reason);
  }
}

module.exports = { joined };
