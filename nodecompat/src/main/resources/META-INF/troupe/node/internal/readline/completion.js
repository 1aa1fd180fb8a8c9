// https://nodejs.org/docs/latest-v22.x/api/readline.html#use-of-the-completer-function (v22); methods of an Interface.
'use strict';

const { widthOf, commonPrefix } = require('internal/readline/text');

module.exports = {
  /** `again`: the key before this one was the tab, too. */
  _tabComplete(again) {
    this.pause();
    const text = this.line.slice(0, this.cursor);
    const done = (error, value) => {
      this.resume();
      if (error) {
        this._writeToOutput(`Tab completion error: ${require('internal/util/inspect').inspect(error)}`);
        return;
      }
      this._showCompletions(again, value);
    };
    this._complete(text, done);
  },

  /** The completer takes a callback, or gives the completions; that of promises is asked otherwise. */
  _complete(text, done) {
    if (this.completer.length === 2) this.completer(text, done);
    else done(null, this.completer(text));
  },

  _showCompletions(again, [completions, on]) {
    if (!completions || completions.length === 0) return;
    const prefix = commonPrefix(completions.filter((one) => one !== ''));
    if (prefix.startsWith(on) && prefix.length > on.length) {
      this._insertString(prefix.slice(on.length));
    } else if (!on.startsWith(prefix)) {
      const head = this.line.slice(0, this.cursor - on.length) + prefix;
      this._replace(head + this.line.slice(this.cursor), head.length);
    } else if (again) {
      this._beforeEdit(this.line, this.cursor);
      this._writeToOutput(table(completions, this.columns));
      this._refreshLine();
    }
  },
};

function table(completions, columns) {
  const widths = completions.map(widthOf);
  const width = Math.max(...widths) + 2;
  let perRow = Math.floor(columns / width) || 1;
  if (perRow === Infinity) perRow = 1;
  let text = '\r\n';
  let inRow = 0;
  let gap = 0;
  completions.forEach((completion, i) => {
    if (completion === '' || inRow === perRow) {
      text += '\r\n';
      inRow = 0;
      gap = 0;
    } else {
      text += ' '.repeat(gap);
    }
    if (completion === '') {
      text += '\r\n';
    } else {
      text += completion;
      gap = width - widths[i];
      inRow++;
    }
  });
  return inRow === 0 ? text : `${text}\r\n\r\n`;
}
