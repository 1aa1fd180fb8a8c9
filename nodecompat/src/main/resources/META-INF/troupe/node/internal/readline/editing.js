// https://nodejs.org/docs/latest-v22.x/api/readline.html#tty-keybindings (v22): what the keys do to the line; methods of an Interface.
'use strict';

const { clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');
const { widthOf, strip, lengthLeft, lengthAt, reverse } = require('internal/readline/text');

// as many steps can be undone, and as many deleted texts can be yanked
const MAX_UNDO = 2048;
const MAX_KILLS = 32;

const WORD_BACK = /^\s*(?:[^\w\s]+|\w+)?/;
const WORD_ON = /^(?:\s+|[^\w\s]+|\w+)\s*/;

module.exports = {
  /** Where the cursor is after `text`, in a terminal of so many columns. */
  _getDisplayPos(text) {
    let offset = 0;
    let rows = 0;
    const { columns } = this;
    for (const character of strip(text)) {
      if (character === '\n') {
        rows += Math.ceil(offset / columns) || 1;
        offset = 0;
      } else if (character === '\t') {
        offset += this.tabSize - (offset % this.tabSize);
      } else {
        const width = widthOf(character);
        // a wide character is not broken over two rows
        if (width === 2 && (offset + 1) % columns === 0) offset++;
        offset += width;
      }
    }
    const cols = offset % columns;
    return { cols, rows: rows + (offset - cols) / columns };
  },

  getCursorPos() {
    return this._getDisplayPos(this._prompt + this.line.slice(0, this.cursor));
  },

  _getCursorPos() {
    return this.getCursorPos();
  },

  _refreshLine() {
    const text = this._prompt + this.line;
    const end = this._getDisplayPos(text);
    const cursor = this.getCursorPos();
    const { output } = this;
    if (this.prevRows > 0) moveCursor(output, 0, -this.prevRows);
    cursorTo(output, 0);
    clearScreenDown(output);
    this._writeToOutput(text);
    // the terminal must make room for the cursor in a new row
    if (end.cols === 0) this._writeToOutput(' ');
    cursorTo(output, cursor.cols);
    if (end.rows > cursor.rows) moveCursor(output, 0, cursor.rows - end.rows);
    this.prevRows = cursor.rows;
  },

  _moveCursor(distance) {
    if (distance === 0) return;
    const before = this.getCursorPos();
    this.cursor = Math.max(0, Math.min(this.line.length, this.cursor + distance));
    const after = this.getCursorPos();
    if (before.rows === after.rows) moveCursor(this.output, after.cols - before.cols, 0);
    else this._refreshLine();
  },

  _beforeEdit(text, cursor) {
    this._undoStack.push({ text, cursor });
    if (this._undoStack.length > MAX_UNDO) this._undoStack.shift();
  },

  _insertString(text) {
    this._beforeEdit(this.line, this.cursor);
    if (this.cursor < this.line.length) {
      this._replace(this.line.slice(0, this.cursor) + text + this.line.slice(this.cursor), this.cursor + text.length);
      return;
    }
    const before = this.getCursorPos();
    this.line += text;
    this.cursor += text.length;
    if (before.rows < this.getCursorPos().rows) this._refreshLine();
    else this._writeToOutput(text);
  },

  _replace(line, cursor) {
    this.line = line;
    this.cursor = cursor;
    this._refreshLine();
  },

  _wordLeft() {
    if (this.cursor > 0) this._moveCursor(-this._lengthOfWordLeft());
  },

  _lengthOfWordLeft() {
    return WORD_BACK.exec(reverse(this.line.slice(0, this.cursor)))[0].length;
  },

  _wordRight() {
    if (this.cursor < this.line.length) this._moveCursor(WORD_ON.exec(this.line.slice(this.cursor))[0].length);
  },

  _deleteLeft() {
    if (this.cursor > 0 && this.line.length > 0) this._delete(this.cursor - lengthLeft(this.line, this.cursor), this.cursor);
  },

  _deleteRight() {
    if (this.cursor < this.line.length) this._delete(this.cursor, this.cursor + lengthAt(this.line, this.cursor));
  },

  _deleteWordLeft() {
    if (this.cursor > 0) this._delete(this.cursor - this._lengthOfWordLeft(), this.cursor);
  },

  _deleteWordRight() {
    if (this.cursor >= this.line.length) return;
    this._delete(this.cursor, this.cursor + /^(?:\s+|\W+|\w+)\s*/.exec(this.line.slice(this.cursor))[0].length);
  },

  _delete(start, end) {
    this._beforeEdit(this.line, this.cursor);
    this._replace(this.line.slice(0, start) + this.line.slice(end), start);
  },

  _deleteLineLeft() {
    this._beforeEdit(this.line, this.cursor);
    const deleted = this.line.slice(0, this.cursor);
    this._replace(this.line.slice(this.cursor), 0);
    this._kill(deleted);
  },

  _deleteLineRight() {
    this._beforeEdit(this.line, this.cursor);
    const deleted = this.line.slice(this.cursor);
    this._replace(this.line.slice(0, this.cursor), this.cursor);
    this._kill(deleted);
  },

  _kill(text) {
    if (!text || text === this._killRing[0]) return;
    this._killRing.unshift(text);
    this._killRingCursor = 0;
    if (this._killRing.length > MAX_KILLS) this._killRing.pop();
  },

  _yank() {
    if (this._killRing.length === 0) return;
    this._yanking = true;
    this._insertString(this._killRing[this._killRingCursor]);
  },

  /** Puts the text that was deleted before in the place of the one just yanked. */
  _yankPop() {
    if (!this._yanking || this._killRing.length < 2) return;
    const last = this._killRing[this._killRingCursor];
    this._killRingCursor = (this._killRingCursor + 1) % this._killRing.length;
    const next = this._killRing[this._killRingCursor];
    const head = this.line.slice(0, this.cursor - last.length);
    this._replace(head + next + this.line.slice(this.cursor), head.length + next.length);
  },

  _undo() {
    const entry = this._undoStack.pop();
    if (entry === undefined) return;
    this._redoStack.push({ text: this.line, cursor: this.cursor });
    this._replace(entry.text, entry.cursor);
  },

  _redo() {
    const entry = this._redoStack.pop();
    if (entry === undefined) return;
    this._undoStack.push({ text: this.line, cursor: this.cursor });
    this._replace(entry.text, entry.cursor);
  },

  clearLine() {
    this._moveCursor(Infinity);
    this._writeToOutput('\r\n');
    this.line = '';
    this.cursor = 0;
    this.prevRows = 0;
  },

  _line() {
    const line = this._addHistory();
    this._undoStack = [];
    this._redoStack = [];
    this.clearLine();
    this._onLine(line);
  },
};
