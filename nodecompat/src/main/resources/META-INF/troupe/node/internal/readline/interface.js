// https://nodejs.org/docs/latest-v22.x/api/readline.html#class-interfaceconstructor (v22): lines out of a stream, prompts and questions. Editing in
// a terminal is in internal/readline/editing. The methods with an underscore are those that old programs call and override.
'use strict';

const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { validateAbortSignal, validateArray, validateNumber, validateString, validateUint32 } = require('internal/validators');
const { kLinesOnly } = require('internal/tty/symbols');
const { emitKeypressEvents } = require('internal/readline/keypress_events');

const LINE_ENDING = /\r?\n|\r(?!\n)|\u2028|\u2029/g;
// a line feed this soon after a carriage return belongs to it, in milliseconds; Node's least and default
const MIN_CRLF_DELAY = 100;

const kIterator = Symbol('line iterator');
const kQuestion = Symbol('question');

/** The options, from an object or from the four arguments of old. */
function readOptions(input, output, completer, terminal) {
  if (!input?.input) return { input, output, completer, terminal };
  validateAbortSignal(input.signal, 'options.signal');
  return input;
}

function checkOptions({ completer, escapeCodeTimeout, tabSize, history, historySize }) {
  if (completer !== undefined && typeof completer !== 'function') throw new codes.ERR_INVALID_ARG_VALUE('completer', completer);
  if (escapeCodeTimeout !== undefined && !Number.isFinite(escapeCodeTimeout)) {
    throw new codes.ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', escapeCodeTimeout);
  }
  if (tabSize !== undefined) validateUint32(tabSize, 'tabSize', true);
  if (history !== undefined) validateArray(history, 'history');
  if (historySize !== undefined) validateNumber(historySize, 'historySize', 0);
}

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  this._sawReturnAt = 0;
  this.isCompletionEnabled = true;
  this._previousKey = null;
  this.escapeCodeTimeout = 500;
  this.tabSize = 8;
  EventEmitter.call(this);
  const options = readOptions(input, output, completer, terminal);
  checkOptions(options);
  this.escapeCodeTimeout = options.escapeCodeTimeout ?? this.escapeCodeTimeout;
  this.tabSize = options.tabSize ?? this.tabSize;
  this.line = '';
  this.output = options.output;
  this.input = options.input;
  this._undoStack = [];
  this._redoStack = [];
  this._killRing = [];
  this._killRingCursor = 0;
  this._yanking = false;
  this._substringSearch = null;
  this._questionCallback = null;
  this._oldPrompt = undefined;
  this._line_buffer = null;
  this.prevRows = 0;
  this.closed = false;
  this.paused = false;
  this.history = options.history ?? [];
  this.historySize = options.historySize ?? 30;
  this.historyIndex = -1;
  this.removeHistoryDuplicates = Boolean(options.removeHistoryDuplicates);
  this.crlfDelay = options.crlfDelay ? Math.max(MIN_CRLF_DELAY, options.crlfDelay) : MIN_CRLF_DELAY;
  this.completer = options.completer;
  this.setPrompt(options.prompt ?? '> ');
  this.terminal = options.terminal ?? (Boolean(this.output?.isTTY) && !this.input[kLinesOnly]);
  if (this.terminal) listenToKeys(this);
  else listenToData(this);
  if (options.signal) followSignal(this, options.signal);
  this.line = '';
  this.input.resume();
}
Object.setPrototypeOf(Interface.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Interface, EventEmitter);

function listenToData(readline) {
  const { input } = readline;
  const { StringDecoder } = require('string_decoder');
  readline._decoder = new StringDecoder('utf8');
  const onData = (data) => readline._normalWrite(data);
  const onEnd = () => {
    if (typeof readline._line_buffer === 'string' && readline._line_buffer.length > 0) readline.emit('line', readline._line_buffer);
    readline.close();
  };
  const onError = (error) => readline.emit('error', error);
  input.on('error', onError);
  input.on('data', onData);
  input.on('end', onEnd);
  readline.once('close', () => {
    input.removeListener('error', onError);
    input.removeListener('data', onData);
    input.removeListener('end', onEnd);
  });
}

function listenToKeys(readline) {
  const { input, output } = readline;
  const onKey = (text, key) => {
    readline._ttyWrite(text, key);
    if (key?.sequence) {
      // half of a character: the editor must not draw in the middle of it
      const unit = key.sequence.codePointAt(0);
      if (unit >= 0xd800 && unit <= 0xdfff) readline._refreshLine();
    }
  };
  const onEnd = () => {
    if (typeof readline.line === 'string' && readline.line.length > 0) readline.emit('line', readline.line);
    readline.close();
  };
  const onError = (error) => readline.emit('error', error);
  const onResize = () => readline._refreshLine();
  emitKeypressEvents(input, readline);
  input.on('error', onError);
  input.on('keypress', onKey);
  input.on('end', onEnd);
  readline._setRawMode(true);
  readline.terminal = true;
  readline.cursor = 0;
  readline.historyIndex = -1;
  if (output !== null && output !== undefined) output.on('resize', onResize);
  readline.once('close', () => {
    input.removeListener('keypress', onKey);
    input.removeListener('error', onError);
    input.removeListener('end', onEnd);
    if (output !== null && output !== undefined) output.removeListener('resize', onResize);
  });
}

function followSignal(readline, signal) {
  const onAbort = () => readline.close();
  if (signal.aborted) {
    nextTick(onAbort);
    return;
  }
  const forget = require('internal/streams/add_abort_signal').addAbortListener(signal, onAbort);
  readline.once('close', forget);
}

const methods = {
  setPrompt(prompt) {
    this._prompt = prompt;
  },

  getPrompt() {
    return this._prompt;
  },

  _setRawMode(mode) {
    const wasInRawMode = this.input.isRaw;
    if (typeof this.input.setRawMode === 'function' && !this.input[kLinesOnly]) this.input.setRawMode(mode);
    return wasInRawMode;
  },

  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      this._writeToOutput(this._prompt);
    }
  },

  [kQuestion](query, callback) {
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    if (this._questionCallback) {
      this.prompt();
      return;
    }
    this._oldPrompt = this._prompt;
    this.setPrompt(query);
    this._questionCallback = callback;
    this.prompt();
  },

  _questionCancel() {
    if (!this._questionCallback) return;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    this.clearLine();
  },

  _onLine(line) {
    const callback = this._questionCallback;
    if (!callback) {
      this.emit('line', line);
      return;
    }
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    callback(line);
  },

  _writeToOutput(text) {
    validateString(text, 'stringToWrite');
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  },

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  },

  pause() {
    if (this.paused) return undefined;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  },

  resume() {
    if (!this.paused) return undefined;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  },

  write(data, key) {
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(data, key);
    else this._normalWrite(data);
  },

  /** Cuts lines out of what comes from a stream that is no terminal. */
  _normalWrite(data) {
    if (data === undefined) return;
    let text = this._decoder.write(data);
    if (this._sawReturnAt && Date.now() - this._sawReturnAt <= this.crlfDelay) {
      if (text.codePointAt(0) === 10) text = text.slice(1);
      this._sawReturnAt = 0;
    }
    LINE_ENDING.lastIndex = 0;
    // the buffer has no end of line: only what is new is searched for one
    if (LINE_ENDING.exec(text) === null) {
      if (text) this._line_buffer = this._line_buffer ? this._line_buffer + text : text;
      return;
    }
    this._sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
    const lines = ((this._line_buffer ?? '') + text).split(LINE_ENDING);
    this._line_buffer = lines.pop();
    for (const line of lines) this._onLine(line);
  },

  [Symbol.asyncIterator]() {
    return (this[kIterator] ??= iterateLines(this));
  },
};

Object.defineProperty(Interface.prototype, 'columns', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() {
    return this.output?.columns ? this.output.columns : Infinity;
  },
});

/** One iterator for all that ask; above the mark the input is paused. */
function iterateLines(readline) {
  const { on } = require('events');
  const options = { close: ['close'], highWaterMark: 1024, [Symbol.for('nodejs.kFirstEventParam')]: true };
  return on(readline, 'line', options);
}

function addMethods(from) {
  for (const name of Reflect.ownKeys(from)) {
    Object.defineProperty(Interface.prototype, name, { __proto__: null, value: from[name], writable: true, configurable: true });
  }
}
addMethods(methods);
addMethods(require('internal/readline/editing'));
addMethods(require('internal/readline/history'));
addMethods(require('internal/readline/completion'));
addMethods(require('internal/readline/tty_keys'));
Interface.prototype[Symbol.dispose ?? Symbol.for('nodejs.dispose')] = Interface.prototype.close;

module.exports = { Interface, kQuestion, LINE_ENDING };
