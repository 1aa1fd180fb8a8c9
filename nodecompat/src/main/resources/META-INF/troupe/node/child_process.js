// nodejs.org/api/child_process.html, v22. Missing: everything. What is called throws: ERR_ACCESS_DENIED where the actor's permissions forbid
// children anyway, else ERR_METHOD_NOT_IMPLEMENTED.
'use strict';

const { codes } = require('internal/errors');

const NAMES = '_forkChild ChildProcess exec execFile execFileSync execSync fork spawn spawnSync';

for (const name of NAMES.split(' ')) {
  exports[name] = { [name]: function() {
    if (!internalBinding('process').maySpawn()) {
      const error = new codes.ERR_ACCESS_DENIED(undefined, 'the actor may not spawn processes');
      throw Object.assign(error, { permission: 'ChildProcess' });
    }
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`child_process.${name}()`);
  } }[name];
}
