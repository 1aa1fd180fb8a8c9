// How assert prints the difference of two values, line by line (nodejs.org/api/assert.html, v22). Missing: nothing.
'use strict';

const { diff, SAME, ACTUAL } = require('internal/assert/myers');

// so many equal lines are shown after a difference, and one before the next
const SHOWN = 5;

/** The text, and whether equal lines were left out. */
function print(left, right, colors, partial) {
  const lines = [];
  let skipped = false;
  let run = [];
  for (const [kind, line] of diff(left, right, true)) {
    if (kind === SAME) {
      run.push(`${colors.white}  ${line}`);
      continue;
    }
    skipped = pushBefore(lines, run) || skipped;
    run = [];
    if (kind !== ACTUAL) lines.push(`${colors.red}-${colors.white} ${line}`);
    else if (partial) lines.push(`${colors.gray}  ${line}${colors.white}`);
    else lines.push(`${colors.green}+${colors.white} ${line}`);
  }
  lines.push(...run.slice(0, SHOWN));
  return { text: `\n${lines.join('\n').trimEnd()}`, skipped };
}

/** The equal lines before a difference; a gap of one line is no gap. */
function pushBefore(lines, run) {
  if (run.length <= SHOWN + 2) {
    lines.push(...run);
    return false;
  }
  lines.push(...run.slice(0, SHOWN), '...', run[run.length - 1]);
  return true;
}

module.exports = { print };
