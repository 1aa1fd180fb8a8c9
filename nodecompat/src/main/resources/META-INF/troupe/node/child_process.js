// nodejs.org/api/child_process.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'child_process', [
  '_forkChild ChildProcess exec execFile execFileSync execSync fork spawn spawnSync',
].join(' '));
