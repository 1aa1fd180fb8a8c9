// nodejs.org/api/inspector.html, v22. Missing: the inspector: a debugger attaches to the engine, by the host's choice. What is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

exports.console = globalThis.console;
exports.url = function url() {
  return undefined;
};
addMissing(exports, 'inspector', 'open close waitForDebugger Session');
