// nodejs.org/api/repl.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'repl', [
  'start writer REPLServer Recoverable isValidSyntax',
].join(' '));
