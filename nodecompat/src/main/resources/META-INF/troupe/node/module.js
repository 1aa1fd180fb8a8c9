// nodejs.org/api/module.html, v22: the program's own CommonJS loader, and what only some programs ask of it. Missing: the class
// SourceMap, which throws; source maps, so findSourceMap finds none.
'use strict';

const Module = globalThis[Symbol.for(internalBinding('modules').global)].Module;

require('internal/module/api').extend(Module);

module.exports = Module;
