// The shortest edit script between two lists of lines (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), for
// nodejs.org/api/util.html#utildiffactual-expected and the messages of assert, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');

const SAME = 0;
const ACTUAL = 1;
const EXPECTED = -1;

/** Two lines of a printed value are the same if only one of them ends with the comma that separates it from the next. */
function sameButComma(a, b) {
  return a === b || `${a},` === b || a === `${b},`;
}

/** Rows [SAME | ACTUAL | EXPECTED, line] in their order; of two lines that differ by a comma the one that has it. */
function diff(actual, expected, ignoreComma = false) {
  const n = actual.length;
  const m = expected.length;
  if (n + m >= 2 ** 31 - 1) throw new codes.ERR_OUT_OF_RANGE('myersDiff input size', '< 2^31', n + m);
  const same = ignoreComma ? sameButComma : (a, b) => a === b;
  const max = n + m;
  // furthest[k + d + 1] is how far along `actual` diagonal k was reached with d edits
  const trace = [];
  let furthest = new Int32Array(3);
  for (let d = 0; d <= max; d++) {
    const before = furthest;
    trace.push(before);
    furthest = new Int32Array(2 * d + 5);
    for (let k = -d; k <= d; k += 2) {
      let x = takesExpected(before, k, d) ? at(before, k + 1, d) : at(before, k - 1, d) + 1;
      if (d === 0) x = 0;
      let y = x - k;
      while (x < n && y < m && same(actual[x], expected[y])) {
        x++;
        y++;
      }
      furthest[k + d + 2] = x;
      if (x >= n && y >= m) return backtrack(trace, actual, expected, d);
    }
  }
  return [];
}

/** The value of diagonal k in the row that was reached with d - 1 edits. */
const at = (row, k, d) => row[k + d + 1];

function takesExpected(before, k, d) {
  return k === -d || (k !== d && at(before, k - 1, d) < at(before, k + 1, d));
}

function backtrack(trace, actual, expected, edits) {
  const script = [];
  let x = actual.length;
  let y = expected.length;
  for (let d = edits; d >= 0; d--) {
    const before = trace[d];
    const k = x - y;
    const down = takesExpected(before, k, d);
    const fromX = d === 0 ? 0 : at(before, down ? k + 1 : k - 1, d);
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      x--;
      y--;
      script.push([SAME, actual[x].length >= expected[y].length ? actual[x] : expected[y]]);
    }
    if (d > 0) {
      if (x === fromX) script.push([EXPECTED, expected[--y]]);
      else script.push([ACTUAL, actual[--x]]);
    }
  }
  return script.reverse();
}

module.exports = { diff, SAME, ACTUAL, EXPECTED };
