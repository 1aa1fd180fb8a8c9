// nodejs.org/api/test.html#test-reporters, v22: the human-readable report. Missing: coverage.
'use strict';

const { process } = require('internal/process/object');

const SIGNS = { 'test:fail': '\u2716 ', 'test:pass': '\u2714 ', 'test:diagnostic': '\u2139 ', skipped: '\ufe63 ', parent: '\u25b6 ' };
const indentOf = (nesting) => '  '.repeat(nesting);

/** The error as it is inspected, further in. */
function formatError(error, indent) {
  if (error === undefined || error === null) return '';
  const shown = require('internal/util/inspect').inspect(error.code === 'ERR_TEST_FAILURE' ? error.cause ?? error : error, { breakLength: Infinity });
  return `${shown.split('\n').map((line) => `${indent}  ${line}`).join('\n')}\n`;
}

function lines(colors = require('internal/util/colors').forStream(process.stdout)) {
  const failed = [];
  const parents = [];

  function result(type, data, withError = true) {
    const indent = indentOf(data.nesting);
    const skipped = data.skip !== undefined;
    const color = skipped ? colors.gray : type === 'test:pass' ? colors.green : colors.red;
    const sign = skipped ? SIGNS.skipped : SIGNS[type];
    let reason = '';
    if (skipped) reason = ` # ${typeof data.skip === 'string' ? data.skip : 'SKIP'}`;
    else if (data.todo !== undefined) reason = ` # ${typeof data.todo === 'string' ? data.todo : 'todo'.toUpperCase()}`;
    const line = `${indent}${color}${sign}${data.name} ${colors.gray}(${data.details.duration_ms}ms)${colors.white}${reason}\n`;
    const { error } = data.details;
    return line + (withError && error !== undefined && error.failureType !== 'subtestsFailed' ? `${formatError(error, indent)}` : '');
  }

  function heading(data) {
    const isOpen = parents[data.nesting] === data.name;
    parents.length = data.nesting;
    return isOpen;
  }

  /** Parents are shown above their first subtest. */
  function begun(data) {
    parents[data.nesting] = undefined;
    started[data.nesting] = data.name;
    return '';
  }
  const started = [];

  function ended(type, data) {
    let text = '';
    for (let nesting = 0; nesting < data.nesting; nesting++) {
      if (parents[nesting] !== started[nesting]) {
        parents[nesting] = started[nesting];
        text += `${indentOf(nesting)}${SIGNS.parent}${started[nesting]}\n`;
      }
    }
    heading(data);
    if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') failed.push(data);
    return text + result(type, data, false);
  }

  function summary() {
    if (failed.length === 0) return '';
    const texts = failed.map((data) => {
      const place = data.file === undefined ? '' : `test at ${data.file}:${data.line}:${data.column}\n`;
      return `\n${place}${result('test:fail', { ...data, nesting: 0 })}`;
    });
    return `\n${colors.red}${SIGNS['test:fail']}failing tests:${colors.white}\n${texts.join('')}`;
  }

  return ({ type, data }) => {
    switch (type) {
      case 'test:start': return begun(data);
      case 'test:pass':
      case 'test:fail': return ended(type, data);
      case 'test:diagnostic': return `${colors.blue}${indentOf(data.nesting)}${SIGNS[type]}${data.message}${colors.white}\n`;
      case 'failure': return result('test:fail', { ...data, nesting: 0 });
      case 'test:stdout':
      case 'test:stderr': return data.message;
      case 'test:summary': return data.file === undefined ? summary() : '';
      default: return '';
    }
  };
}

module.exports = { lines };
