// https://nodejs.org/docs/latest-v22.x/api/process.html#processstdout (v22) and tty.html: standard output and error, written at once. They go to the
// actor's log, or where the host wants them. Missing: the size of the terminal, which is what COLUMNS and LINES say.
'use strict';

const Writable = require('internal/streams/writable');

const realm = internalBinding('realm');

function put(fd, chunk, encoding) {
  if (typeof chunk !== 'string') realm.writeBytes(fd, chunk);
  else if (encoding === 'utf8' || encoding === 'utf-8' || encoding === 'buffer') realm.write(fd, chunk);
  else realm.writeBytes(fd, require('buffer').Buffer.from(chunk, encoding));
}

class StandardOutput extends Writable {
  constructor(fd, options) {
    super({ decodeStrings: false, ...options });
    this.fd = fd;
    this._type = 'fs';
    this._isStdio = true;
  }

  _write(chunk, encoding, callback) {
    put(this.fd, chunk, encoding);
    callback();
  }

  destroySoon(error) {
    return this.destroy(error);
  }

  /** It cannot be closed, others write to it, too: who destroyed it sees 'close', and it goes on. */
  _destroy(error, callback) {
    callback(error);
    this._undestroy();
    process.nextTick(() => this.emit('close'));
  }
}

/** nodejs.org/api/tty.html#class-ttywritestream */
class TerminalOutput extends StandardOutput {
  constructor(fd, options) {
    super(fd, options);
    this._type = 'tty';
    const [columns, rows] = this.getWindowSize();
    this.columns = columns;
    this.rows = rows;
  }

  getWindowSize() {
    const size = (name, usual) => {
      const number = Number(process.env[name]);
      return Number.isInteger(number) && number > 0 ? number : usual;
    };
    return [size('COLUMNS', 80), size('LINES', 24)];
  }

  getColorDepth(env) {
    return require('internal/tty/colors').getColorDepth(env);
  }

  hasColors(count, env) {
    return require('internal/tty/colors').hasColors(count, env);
  }

  cursorTo(x, y, callback) {
    return require('readline').cursorTo(this, x, y, callback);
  }

  moveCursor(dx, dy, callback) {
    return require('readline').moveCursor(this, dx, dy, callback);
  }

  clearLine(direction, callback) {
    return require('readline').clearLine(this, direction, callback);
  }

  clearScreenDown(callback) {
    return require('readline').clearScreenDown(this, callback);
  }
}
TerminalOutput.prototype.isTTY = true;

module.exports = { StandardOutput, TerminalOutput };
