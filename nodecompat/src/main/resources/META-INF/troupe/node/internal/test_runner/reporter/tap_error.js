// How TAP shows the failure of a test (nodejs.org/api/test.html#test-reporters, v22). Missing: nothing.
'use strict';

const { inspect } = require('internal/util/inspect');

function describe(indent, error, yaml) {
  if (error === null || error === undefined) return '';
  if (typeof error !== 'object') return yaml(indent, 'error', error);
  const { cause, code, failureType, message, expected, actual, operator, stack, name } = error;
  let shown = message ?? '<unknown error>';
  let values = { code, name, expected, actual, operator, stack };
  let text = yaml(indent, 'failureType', failureType);
  if (code === 'ERR_TEST_FAILURE') {
    values = { code, stack: undefined };
    // the failure is the test's; what happened to it is the cause
    if (cause !== null && typeof cause === 'object' && !(failureType === 'subtestsFailed')) {
      shown = cause.message ?? message;
      values = { code: cause.code ?? code, name: cause.name === 'Error' || !(cause instanceof Error) ? undefined : cause.name,
        expected: cause.expected, actual: cause.actual, operator: cause.operator, stack: cause.stack, compared: 'operator' in cause && 'expected' in cause };
    }
  }
  text += yaml(indent, 'error', typeof shown === 'string' ? shown : inspect(shown));
  text += yaml(indent, 'code', values.code);
  if (values.name !== undefined && values.name !== 'Error') text += yaml(indent, 'name', values.name);
  if (values.compared) text += yaml(indent, 'expected', values.expected ?? null) + yaml(indent, 'actual', values.actual ?? null) + yaml(indent, 'operator', values.operator);
  if (typeof values.stack === 'string') {
    const frames = values.stack.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.replace(/^\s+at /, ''));
    if (frames.length > 0) text += yaml(indent, 'stack', frames.length === 1 ? `${frames[0]}\n`.trimEnd() : frames.join('\n'));
  }
  return text;
}

module.exports = { describe };
