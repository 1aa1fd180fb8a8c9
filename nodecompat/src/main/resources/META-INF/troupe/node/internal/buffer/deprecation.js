// nodejs.org/api/deprecations.html#DEP0005, v22: Buffer() warns once, packages excepted unless pending deprecations are asked for.
'use strict';

const MOST_LOOKS = 100; // a package that calls Buffer() all the time must not pay for a stack each time

let looks = 0;

function pending() {
  return process.execArgv.includes('--pending-deprecation') || process.env.NODE_PENDING_DEPRECATION === '1';
}

/** Was `called` called by a package? */
function byPackage(called) {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const holder = {};
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = undefined; // the program's own may call Buffer() again
    Error.captureStackTrace(holder, called);
    return /[\\/]node_modules[\\/]/i.test(holder.stack);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
}

function warn(called) {
  if (looks >= MOST_LOOKS) return;
  looks++;
  if (!pending() && byPackage(called)) return;
  looks = MOST_LOOKS;
  process.emitWarning('Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
    'Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005', called);
}

module.exports = { warn };
