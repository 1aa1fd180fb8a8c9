// Where a test was written: the frame that called the test runner (nodejs.org/api/test.html#event-testpass, v22). Missing: nothing.
'use strict';

const FRAME = /\(?((?:file:\/\/)?\/[^()]*?):(\d+):(\d+)\)?$/;

function location() {
  const before = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  if (before === undefined || !before.writable) return undefined;
  Error.stackTraceLimit = 12;
  const holder = {};
  try {
    Error.captureStackTrace(holder, location);
    for (const line of String(holder.stack).split('\n')) {
      if (line.includes('node:')) continue;
      const frame = FRAME.exec(line);
      if (frame !== null) return { file: frame[1], line: Number(frame[2]), column: Number(frame[3]) };
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    Error.stackTraceLimit = before.value;
  }
}

module.exports = { location };
