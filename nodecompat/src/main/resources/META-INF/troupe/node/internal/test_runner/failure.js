// Why a test failed (nodejs.org/api/test.html#event-testfail, v22): ERR_TEST_FAILURE with a failureType and the cause. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');

const CANCELLED_BY_PARENT = 'test did not finish before its parent and was cancelled';
const LOOP_ENDED = 'Promise resolution is still pending but the event loop has already resolved';

function messageOf(error) {
  let message = error;
  if (error !== null && typeof error === 'object' && error.message) message = error.message;
  if (typeof message === 'string') return message;
  try {
    return require('internal/util/inspect').inspect(message);
  } catch {
    return '[an error that cannot be shown]';
  }
}

/** The failure of a test; one that is a failure already stays what it is. */
function failure(error, failureType) {
  if (error?.code === 'ERR_TEST_FAILURE') return error;
  const made = new codes.ERR_TEST_FAILURE(messageOf(error));
  made.failureType = failureType;
  made.cause = error;
  return made;
}

module.exports = { failure, messageOf, CANCELLED_BY_PARENT, LOOP_ENDED };
