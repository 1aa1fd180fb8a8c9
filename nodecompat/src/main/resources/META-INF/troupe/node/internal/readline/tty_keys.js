// https://nodejs.org/docs/latest-v22.x/api/readline.html#tty-keybindings (v22): which key does what; methods of an Interface. Missing: Ctrl+Z
// suspends nothing, an actor is no process of its own; listeners of 'SIGTSTP' are told.
'use strict';

const { cursorTo, clearScreenDown } = require('internal/readline/cursor');
const { lengthAt, lengthLeft } = require('internal/readline/text');

const LINE_ENDING = /\r?\n|\r(?!\n)|\u2028|\u2029/;

const CTRL = {
  __proto__: null,
  c: (rl) => (rl.listenerCount('SIGINT') > 0 ? rl.emit('SIGINT') : rl.close()),
  h: (rl) => rl._deleteLeft(),
  d: (rl) => (rl.cursor === 0 && rl.line.length === 0 ? rl.close() : rl._deleteRight()),
  u: (rl) => rl._deleteLineLeft(),
  k: (rl) => rl._deleteLineRight(),
  a: (rl) => rl._moveCursor(-Infinity),
  e: (rl) => rl._moveCursor(Infinity),
  b: (rl) => rl._moveCursor(-lengthLeft(rl.line, rl.cursor)),
  f: (rl) => rl._moveCursor(lengthAt(rl.line, rl.cursor)),
  l: (rl) => {
    cursorTo(rl.output, 0, 0);
    clearScreenDown(rl.output);
    rl._refreshLine();
  },
  n: (rl) => rl._historyNext(),
  p: (rl) => rl._historyPrev(),
  y: (rl) => rl._yank(),
  z: (rl) => rl.listenerCount('SIGTSTP') > 0 && rl.emit('SIGTSTP'),
  w: (rl) => rl._deleteWordLeft(),
  backspace: (rl) => rl._deleteWordLeft(),
  delete: (rl) => rl._deleteWordRight(),
  left: (rl) => rl._wordLeft(),
  right: (rl) => rl._wordRight(),
};

const CTRL_SHIFT = { __proto__: null, backspace: (rl) => rl._deleteLineLeft(), delete: (rl) => rl._deleteLineRight() };

const META = {
  __proto__: null,
  b: (rl) => rl._wordLeft(),
  f: (rl) => rl._wordRight(),
  d: (rl) => rl._deleteWordRight(),
  delete: (rl) => rl._deleteWordRight(),
  backspace: (rl) => rl._deleteWordLeft(),
  y: (rl) => rl._yankPop(),
};

const PLAIN = {
  __proto__: null,
  return: (rl) => {
    rl._sawReturnAt = Date.now();
    rl._line();
  },
  enter: (rl) => {
    // the line feed after a carriage return ends no line
    if (rl._sawReturnAt === 0 || Date.now() - rl._sawReturnAt > rl.crlfDelay) rl._line();
    rl._sawReturnAt = 0;
  },
  backspace: (rl) => rl._deleteLeft(),
  delete: (rl) => rl._deleteRight(),
  left: (rl) => rl._moveCursor(-lengthLeft(rl.line, rl.cursor)),
  right: (rl) => rl._moveCursor(lengthAt(rl.line, rl.cursor)),
  home: (rl) => rl._moveCursor(-Infinity),
  end: (rl) => rl._moveCursor(Infinity),
  up: (rl) => rl._historyPrev(),
  down: (rl) => rl._historyNext(),
};

// the arrows search for lines that begin with what is left of the cursor; Ctrl+P and Ctrl+N do not
const searchesHistory = (key) => (key.name === 'up' || key.name === 'down') && !key.ctrl && !key.meta && !key.shift;

function insert(readline, text) {
  if (typeof text !== 'string' || text === '') return;
  const parts = text.split(LINE_ENDING);
  parts.forEach((part, i) => {
    if (part !== '') readline._insertString(part);
    if (i < parts.length - 1) readline._line();
  });
}

function plain(readline, text, key, previous) {
  if (key.name === 'tab' && typeof readline.completer === 'function' && readline.isCompletionEnabled) {
    readline._tabComplete(previous !== null && previous !== undefined && previous.name === 'tab');
    return;
  }
  const action = key.name === 'tab' ? undefined : PLAIN[key.name];
  if (action === undefined) insert(readline, text);
  else action(readline);
}

module.exports = {
  _ttyWrite(text, given) {
    if (process.env.TERM === 'dumb') {
      this._ttyWriteDumb(text, given);
      return;
    }
    const previous = this._previousKey;
    const key = given || {};
    this._previousKey = key;
    if (!key.meta || key.name !== 'y') this._yanking = false;
    if (searchesHistory(key)) {
      this._substringSearch ??= this.line.slice(0, this.cursor);
    } else if (this._substringSearch !== null) {
      this._substringSearch = null;
      if (this.history.length === this.historyIndex) this.historyIndex = -1;
    }
    if (typeof key.sequence === 'string' && key.sequence[0] === '\x1f') this._undo();
    else if (typeof key.sequence === 'string' && key.sequence[0] === '\x1e') this._redo();
    else if (key.name === 'escape') return;
    else if (key.ctrl && key.shift) CTRL_SHIFT[key.name]?.(this);
    else if (key.ctrl) CTRL[key.name]?.(this);
    else if (key.meta) META[key.name]?.(this);
    else plain(this, text, key, previous);
  },

  /** A terminal that cannot move its cursor. */
  _ttyWriteDumb(text, given) {
    const key = given || {};
    if (key.name === 'escape') return;
    if (this._sawReturnAt && key.name !== 'enter') this._sawReturnAt = 0;
    if (key.ctrl) {
      if (key.name === 'c') CTRL.c(this);
      else if (key.name === 'd') this.close();
      return;
    }
    if (key.name === 'return' || key.name === 'enter') {
      PLAIN[key.name](this);
    } else if (typeof text === 'string' && text !== '') {
      this.line += text;
      this.cursor += text.length;
      this._writeToOutput(text);
    }
  },
};
