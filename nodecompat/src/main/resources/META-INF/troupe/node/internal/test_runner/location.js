// Where a test was written: the frame that called the test runner (nodejs.org/api/test.html#event-testpass, v22). Missing: nothing.
'use strict';

const { sitesBelow } = require('internal/util/call_sites');

const FRAMES = 12;

function location() {
  for (const site of sitesBelow(location, FRAMES)) {
    const file = site.getFileName();
    if (typeof file === 'string' && file !== '' && !file.startsWith('node:')) {
      return { file, line: site.getLineNumber(), column: site.getColumnNumber() };
    }
  }
  return undefined;
}

module.exports = { location };
