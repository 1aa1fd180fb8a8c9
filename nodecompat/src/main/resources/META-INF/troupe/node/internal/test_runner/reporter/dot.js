// nodejs.org/api/test.html#test-reporters, v22: a dot for each test that passed, an X for each that failed. Missing: nothing.
'use strict';

const { process } = require('internal/process/object');

const LEAST_COLUMNS = 20;

function lines() {
  const colors = require('internal/util/colors').forStream(process.stdout);
  const failed = [];
  let count = 0;
  const columns = () => Math.max(process.stdout.columns ?? LEAST_COLUMNS, LEAST_COLUMNS);
  return ({ type, data }) => {
    let text = '';
    if (type === 'test:pass') text = `${colors.green}.${colors.reset}`;
    if (type === 'test:fail') {
      text = `${colors.red}X${colors.reset}`;
      failed.push(data);
    }
    if (text !== '' && ++count === columns()) {
      text += '\n';
      count = 0;
    }
    if (type !== 'end') return text;
    text = '\n';
    if (failed.length === 0) return text;
    const spec = require('internal/test_runner/reporter/spec').lines(colors);
    text += `\n${colors.red}Failed tests:${colors.white}\n\n`;
    for (const test of failed) text += spec({ type: 'failure', data: test });
    return text;
  };
}

module.exports = { lines };
