// nodejs.org/api/module.html, v22: the program's own CommonJS loader.
'use strict';

module.exports = globalThis[Symbol.for(internalBinding('modules').global)].Module;
