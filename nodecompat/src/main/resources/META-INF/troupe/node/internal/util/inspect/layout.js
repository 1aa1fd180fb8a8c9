// How util.inspect puts entries on lines: `compact` and `breakLength` (nodejs.org/api/util.html, v22). Missing: nothing.
'use strict';

const ANSI = /[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d\/\#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d\/\#&.:=?%@~_]*)*)?(?:\u0007|\u001B\u005C|\u009C))|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]))/g;
const WIDE = /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f251}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const ZERO = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]|\p{Mn}|\p{Me}|\p{Cf}/u;

const stripAnsi = (text) => text.replace(ANSI, '');

/** Columns of a terminal that `text` takes. */
function widthOf(text, removeControlCharacters = true) {
  if (removeControlCharacters) text = stripAnsi(text);
  let width = 0;
  for (const char of text.normalize('NFC')) {
    const code = char.codePointAt(0);
    if (code >= 32 && code < 127) width++;
    else if (WIDE.test(char)) width += 2;
    else if (!ZERO.test(char)) width++;
  }
  return width;
}

/** The entries between their braces: on one line if they fit, one a line otherwise, numbers and short ones in columns. */
function join(ctx, output, base, braces, isArray, recurseTimes, value) {
  const lead = base ? `${base} ` : '';
  if (ctx.compact === true) {
    if (fits(ctx, output, 0, base)) return `${braces[0]}${base ? ` ${base}` : ''} ${output.join(', ')} ${braces[1]}`;
    const line = `\n${' '.repeat(ctx.indentationLvl)}`;
    const first = base === '' && braces[0].length === 1 ? ' ' : `${base ? ` ${base}` : ''}${line}  `;
    return `${braces[0]}${first}${output.join(`,${line}  `)} ${braces[1]}`;
  }
  if (typeof ctx.compact === 'number' && ctx.compact >= 1) {
    const entries = output.length;
    if (isArray && entries > 6) output = inColumns(ctx, output, value);
    // only the innermost levels go on one line
    if (ctx.currentDepth - recurseTimes < ctx.compact && entries === output.length) {
      const start = output.length + ctx.indentationLvl + braces[0].length + base.length + 10;
      if (fits(ctx, output, start, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${lead}${braces[0]} ${joined} ${braces[1]}`;
      }
    }
  }
  const line = `\n${' '.repeat(ctx.indentationLvl)}`;
  return `${lead}${braces[0]}${line}  ${output.join(`,${line}  `)}${line}${braces[1]}`;
}

function fits(ctx, output, start, base) {
  let total = output.length + start;
  if (total + output.length > ctx.breakLength) return false;
  for (const entry of output) {
    total += ctx.colors ? stripAnsi(entry).length : entry.length;
    if (total > ctx.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

const GAP = 2;

/** Rows of up to 16 entries in columns of equal width, roughly square; the entries themselves if they are too different. */
function inColumns(ctx, output, value) {
  let total = 0;
  let longest = 0;
  const hasMore = ctx.maxArrayLength < output.length;
  const count = hasMore ? output.length - 1 : output.length;
  const widths = [];
  for (let i = 0; i < count; i++) {
    widths[i] = widthOf(output[i], ctx.colors);
    total += widths[i] + GAP;
    longest = Math.max(longest, widths[i]);
  }
  const cell = longest + GAP;
  if (cell * 3 + ctx.indentationLvl >= ctx.breakLength || !(total / cell > 5 || longest <= 6)) return output;
  const bias = Math.sqrt(cell - total / output.length);
  const biased = Math.max(cell - 3 - bias, 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * biased * count) / biased),
    Math.floor((ctx.breakLength - ctx.indentationLvl) / cell),
    ctx.compact * 4,
    15,
  );
  if (columns <= 1) return output;
  const rows = layRows(output, value, widths, columns, count);
  if (hasMore) rows.push(output[count]);
  return rows;
}

function layRows(output, value, widths, columns, count) {
  const lineWidths = [];
  for (let i = 0; i < columns; i++) {
    let width = 0;
    for (let j = i; j < count; j += columns) width = Math.max(width, widths[j]);
    lineWidths.push(width + GAP);
  }
  const right = value !== undefined && every(value, count);
  const rows = [];
  for (let i = 0; i < count; i += columns) {
    const end = Math.min(i + columns, count);
    let row = '';
    let j = i;
    for (; j < end - 1; j++) {
      const padding = lineWidths[j - i] + output[j].length - widths[j];
      row += right ? `${output[j]}, `.padStart(padding) : `${output[j]}, `.padEnd(padding);
    }
    row += right ? output[j].padStart(lineWidths[j - i] + output[j].length - widths[j] - GAP) : output[j];
    rows.push(row);
  }
  return rows;
}

function every(value, count) {
  for (let i = 0; i < count; i++) if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  return true;
}

module.exports = { join, widthOf, stripAnsi };
