// nodejs.org/api/vm.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'vm', [
  'Script createContext createScript runInContext runInNewContext runInThisContext isContext compileFunction measureMemory',
].join(' '));
