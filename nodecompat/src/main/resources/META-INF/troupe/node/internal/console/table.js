// nodejs.org/api/console.html#consoletabletabulardata-properties, v22. Missing: an iterator
// is used up by being shown, as the engine shows its entries to nobody.
'use strict';

const { inspect } = require('internal/util/inspect');
const types = require('internal/util/types');
const { widthOf } = require('internal/util/inspect/layout');

const INDEX = '(index)';
const ITERATION = '(iteration index)';
const VALUES = 'Values';

function cell(value, options) {
  const deep = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, {
    maxArrayLength: 3, breakLength: Infinity, colors: false, ...options,
    depth: typeof value === 'object' && value !== null && deep ? -1 : 0,
  });
}

/** The table of `data`; `properties` chooses the columns. */
function render(data, properties, options) {
  const show = (value) => cell(value, options);
  const isMapIterator = types.isMapIterator(data);
  if (isMapIterator) data = [...data];
  if (data instanceof Map || (isMapIterator && data.every((item) => Array.isArray(item) && item.length === 2))) {
    const rows = [...data];
    return draw([ITERATION, 'Key', VALUES], [rows.map((row, i) => `${i}`), rows.map(([key]) => show(key)), rows.map(([, value]) => show(value))]);
  }
  const isSet = data instanceof Set || isMapIterator || types.isSetIterator(data);
  if (isSet) data = [...data];
  const index = Object.keys(data);
  const columns = new Map((properties ?? []).map((name) => [name, []]));
  const values = [];
  let hasPrimitive = false;
  index.forEach((key, row) => {
    const item = data[key];
    if (item === null || (typeof item !== 'object' && typeof item !== 'function')) {
      hasPrimitive = true;
      values[row] = show(item);
      return;
    }
    for (const name of properties ?? Object.keys(item)) {
      if (!columns.has(name)) columns.set(name, []);
      columns.get(name)[row] = Object.hasOwn(item, name) ? show(item[name]) : '';
    }
  });
  const heads = [isSet ? ITERATION : INDEX, ...columns.keys()];
  const body = [index, ...columns.values()];
  if (hasPrimitive && properties === undefined) {
    heads.push(VALUES);
    body.push(values);
  }
  return draw(heads, body);
}

function draw(heads, columns) {
  const widths = heads.map((head, i) => Math.max(widthOf(head), ...Array.from(columns[i], (text) => widthOf(text ?? ''))) + 2);
  const rows = Math.max(...columns.map((column) => column.length));
  const rule = (left, middle, right) => left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const row = (texts) => `│${widths.map((width, i) => ` ${texts[i] ?? ''}${' '.repeat(width - 1 - widthOf(texts[i] ?? ''))}`).join('│')}│`;
  const lines = [rule('┌', '┬', '┐'), row(heads), rule('├', '┼', '┤')];
  for (let i = 0; i < rows; i++) lines.push(row(columns.map((column) => column[i])));
  return [...lines, rule('└', '┴', '┘')].join('\n');
}

module.exports = { render };
