// How an error that nobody caught is shown on stderr (nodejs.org/api/errors.html, v22). Missing: the source line above the stack.
'use strict';

function inspectError(error) {
  try {
    // within: a program may have broken what these modules need
    const { kEnhanced } = require('internal/events/report');
    const { inspect } = require('internal/util/inspect');
    if (error === null || (typeof error !== 'object' && typeof error !== 'function')) {
      return `Uncaught:\n${inspect(error)}\n(Use a thrown Error to see where it was thrown.)`;
    }
    if (!(error instanceof Error)) return `Uncaught:\n${inspect(error)}`;
    const enhanced = error[kEnhanced];
    if (typeof enhanced !== 'function') return inspect(error);
    const stack = error.stack;
    const shown = inspect(error);
    return typeof stack === 'string' && shown.startsWith(stack) ? enhanced() + shown.slice(stack.length) : shown;
  } catch {
    return 'Uncaught: an error that cannot be shown';
  }
}

module.exports = { inspectError };
