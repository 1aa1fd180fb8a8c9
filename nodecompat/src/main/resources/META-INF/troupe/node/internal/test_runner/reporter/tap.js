// nodejs.org/api/test.html#test-reporters, v22: TAP version 13. Missing: coverage.
'use strict';

const { inspect } = require('internal/util/inspect');

const INDENT = '    ';
const indentOf = (nesting) => INDENT.repeat(nesting);

function escape(text) {
  return String(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#').replaceAll('\b', '\\b').replaceAll('\f', '\\f').replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r').replaceAll('\t', '\\t').replaceAll('\v', '\\v');
}

function result(passed, { nesting, testNumber, name, skip, todo, details, file, line, column }) {
  const indent = indentOf(nesting);
  let text = `${indent}${passed ? 'ok' : 'not ok'} ${testNumber}${name ? ` - ${escape(name)}` : ''}`;
  if (skip !== undefined) text += ` # SKIP${typeof skip === 'string' && skip !== '' ? ` ${escape(skip)}` : ''}`;
  else if (todo !== undefined) text += ` # ${'todo'.toUpperCase()}${typeof todo === 'string' && todo !== '' ? ` ${escape(todo)}` : ''}`;
  const inner = `${indent}  `;
  text += `\n${inner}---\n${yaml(inner, 'duration_ms', details.duration_ms)}${yaml(inner, 'type', details.type)}`;
  if (!passed) text += yaml(inner, 'location', file === undefined ? undefined : `${file}:${line}:${column}`);
  return `${text}${require('internal/test_runner/reporter/tap_error').describe(inner, details.error, yaml)}${inner}...\n`;
}

/** One property, a string in several lines as a block. */
function yaml(indent, name, value) {
  if (value === undefined) return '';
  if (typeof value !== 'string' || !value.includes('\n')) return `${indent}${name}: ${inspect(value, { breakLength: Infinity })}\n`;
  let text = `${indent}${name}: |-\n`;
  for (const line of value.split(/\r?\n/)) text += `${indent}  ${line}\n`;
  return text;
}

function lines() {
  let begun = false;
  const text = ({ type, data }) => {
    switch (type) {
      case 'test:start': return `${indentOf(data.nesting)}# Subtest: ${escape(data.name)}\n`;
      case 'test:pass': return result(true, data);
      case 'test:fail': return result(false, data);
      case 'test:plan': return `${indentOf(data.nesting)}1..${data.count}\n`;
      case 'test:diagnostic': return `${indentOf(data.nesting)}# ${escape(data.message)}\n`;
      case 'test:stdout':
      case 'test:stderr': return data.message.split(/\r?\n/).slice(0, -1).map((line) => `# ${escape(line)}\n`).join('');
      default: return '';
    }
  };
  return (event) => {
    const shown = text(event);
    if (begun || shown === '') return shown;
    begun = true;
    return `TAP version 13\n${shown}`;
  };
}

module.exports = { lines };
