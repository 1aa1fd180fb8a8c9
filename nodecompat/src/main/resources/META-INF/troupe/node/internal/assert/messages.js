// The texts of AssertionError (nodejs.org/api/assert.html#class-assertassertionerror, v22). Missing: nothing.
'use strict';

const { inspect } = require('internal/util/inspect');

const HEADINGS = {
  __proto__: null,
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
};
const SAME_REFERENCE = 'Expected "actual" to be reference-equal to "expected":';
const OTHER_REFERENCE = 'Expected "actual" not to be reference-equal to "expected":';
const LOOKS_SAME = 'Values have same structure but are not reference-equal:';
const LOOSELY_UNEQUAL = 'Expected values not to be loosely deep-equal:';

// two values that take together no more columns than this stand on one line
const SHORT = 12;
const SHORT_UNEQUAL = 5;
const LONG = 512;
const MOST_LINES = 50;

function show(value) {
  return inspect(value, {
    compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false, sorted: true, getters: true,
  });
}

const isObject = (value) => value !== null && typeof value === 'object';

/** Does a message of the user stand above the difference, or instead of it? */
const showsDifference = (operator) => operator === 'deepStrictEqual' || operator === 'strictEqual' || operator === 'partialDeepStrictEqual';

function messageFor(operator, actual, expected, custom, full) {
  if (showsDifference(operator)) return difference(operator, actual, expected, custom, full);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequal(operator, actual, full);
  let left = show(actual);
  let right = show(expected);
  if (operator === 'notDeepEqual' && left === right) {
    const text = `${HEADINGS.notDeepEqual}\n\n${left}`;
    return !full && text.length > 2 * LONG ? `${text.slice(0, 2 * LONG - 3)}...` : text;
  }
  if (!full) [left, right] = [left, right].map((text) => (text.length > LONG ? `${text.slice(0, LONG - 3)}...` : text));
  if (operator === 'deepEqual') return `${HEADINGS.deepEqual}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  if (operator === 'notDeepEqual') return `${LOOSELY_UNEQUAL}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  return `${left} ${operator} ${right}`;
}

function unequal(operator, actual, full) {
  const object = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function');
  const heading = object ? OTHER_REFERENCE : HEADINGS[operator];
  const lines = shorten(show(actual).split('\n'), full);
  if (lines.length > 1) return `${heading}\n\n${lines.join('\n')}\n`;
  return `${heading}${lines[0].length > SHORT_UNEQUAL ? '\n\n' : ' '}${lines[0]}`;
}

function shorten(lines, full) {
  return full || lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 4), '...'];
}

function difference(operator, actual, expected, custom, full) {
  const colors = require('internal/util/colors').forStderr();
  const objects = (isObject(actual) && isObject(expected)) || (typeof actual === 'function' && typeof expected === 'function');
  const left = show(actual).split('\n');
  const right = show(expected).split('\n');
  let heading = operator === 'strictEqual' && objects ? SAME_REFERENCE : HEADINGS[operator];
  let legend = `\n${colors.green}+ actual${colors.reset} ${colors.red}- expected${colors.reset}`;
  let body;
  if (left.length === right.length && left.every((line, i) => line === right[i])) {
    if (operator === 'partialDeepStrictEqual' || !objects) legend = '';
    else [heading, legend] = [LOOKS_SAME, ''];
    body = `\n${shorten(left, full).join('\n')}`;
  } else if (left.length === 1 && right.length === 1 && left[0] !== right[0] && !(isObject(actual) && isObject(expected))) {
    ({ legend, body } = short(actual, expected, left[0], right[0], legend, colors));
  } else {
    const partial = operator === 'partialDeepStrictEqual' && colors.green !== '';
    if (partial) legend = `\n${colors.gray}actual${colors.reset} ${colors.red}- expected${colors.reset}`;
    const printed = require('internal/assert/print_diff').print(left, right, colors, partial);
    if (printed.skipped) legend += '\n... Skipped lines';
    body = printed.text;
  }
  return `${custom ?? heading}${legend}\n${body}\n`;
}

/** Two single lines: on one line if they are short, and marked where they part if both are strings. */
function short(actual, expected, left, right, legend, colors) {
  const length = left.length + right.length - (typeof actual === 'string' ? 2 : 0) - (typeof expected === 'string' ? 2 : 0);
  if (length <= SHORT && (actual !== 0 || expected !== 0)) return { legend: '', body: `\n${left} !== ${right}` };
  let body = `\n${colors.green}+${colors.white} ${left}\n${colors.red}-${colors.white} ${right}`;
  if (typeof actual === 'string' && typeof expected === 'string' && left.length + right.length < columns()) {
    let i = 0;
    while (left[i] === right[i]) i++;
    if (i > 2) body += `\n  ${' '.repeat(i)}^`;
  }
  return { legend, body };
}

function columns() {
  const stream = require('internal/process/stdio').opened(2);
  return stream?.isTTY && stream.columns > 0 ? stream.columns : 80;
}

module.exports = { messageFor, showsDifference };
