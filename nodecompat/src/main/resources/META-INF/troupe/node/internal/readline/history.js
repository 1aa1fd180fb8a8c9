// https://nodejs.org/docs/latest-v22.x/api/readline.html#event-history (v22): the lines before this one; methods of an Interface.
'use strict';

module.exports = {
  /** Gives the line, as the listeners of 'history' left it. */
  _addHistory() {
    if (this.line.length === 0) return '';
    if (this.history === undefined || this.historySize === 0 || this.line.trim().length === 0) return this.line;
    if (this.history.length === 0 || this.history[0] !== this.line) {
      if (this.removeHistoryDuplicates) {
        const at = this.history.indexOf(this.line);
        if (at !== -1) this.history.splice(at, 1);
      }
      this.history.unshift(this.line);
      if (this.history.length > this.historySize) this.history.pop();
    }
    this.historyIndex = -1;
    const line = this.history[0];
    this.emit('history', this.history);
    return line;
  },

  _historyNext() {
    if (this.historyIndex < 0) return;
    this._beforeEdit(this.line, this.cursor);
    const search = this._substringSearch || '';
    let index = this.historyIndex - 1;
    while (index >= 0 && !this._isAnother(index, search)) index--;
    this._showHistory(index, index === -1 ? search : this.history[index]);
  },

  _historyPrev() {
    if (this.historyIndex >= this.history.length || this.history.length === 0) return;
    this._beforeEdit(this.line, this.cursor);
    const search = this._substringSearch || '';
    let index = this.historyIndex + 1;
    while (index < this.history.length && !this._isAnother(index, search)) index++;
    this._showHistory(index, index === this.history.length ? search : this.history[index]);
  },

  _isAnother(index, search) {
    return this.history[index].startsWith(search) && this.line !== this.history[index];
  },

  _showHistory(index, line) {
    this.historyIndex = index;
    this._replace(line, line.length);
  },
};
