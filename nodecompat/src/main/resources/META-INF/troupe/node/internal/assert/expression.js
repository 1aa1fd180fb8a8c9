// The source text of a failed assert() (nodejs.org/api/assert.html#assertokvalue-message, v22), which the engine knows. Missing: nothing.
'use strict';

// so deep may the call of the program be below the functions of assert
const FRAMES = 16;

/** The line of the expression that is called, from its start. */
function falsyMessage() {
  const text = callerExpression();
  if (text === undefined) return 'The expression evaluated to a falsy value';
  const lines = text.split('\n');
  const line = lines.find((one) => one.includes('(')) ?? lines[0];
  const shown = lines.length === 1 ? line : line.trim().replace(/^[.?]+/, '');
  const visible = shown.replace(/[\x00-\x1f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `The expression evaluated to a falsy value:\n\n  ${visible}\n`;
}

function callerExpression() {
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  const adjustable = limit === undefined ? Object.isExtensible(Error) : limit.writable === true;
  if (adjustable) Error.stackTraceLimit = FRAMES;
  try {
    return internalBinding('introspection').callerExpression();
  } finally {
    if (adjustable) {
      if (limit === undefined) delete Error.stackTraceLimit;
      else Error.stackTraceLimit = limit.value;
    }
  }
}

module.exports = { falsyMessage };
