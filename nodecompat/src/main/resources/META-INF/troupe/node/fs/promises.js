// nodejs.org/api/fs.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'fs/promises', [
  'access copyFile cp open opendir rename truncate rm rmdir mkdir readdir readlink symlink lstat stat statfs link unlink chmod lchmod',
  'lchown chown utimes lutimes realpath mkdtemp writeFile appendFile readFile watch',
].join(' '));
