// nodejs.org/api/os.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'os', [
  'arch availableParallelism cpus endianness freemem getPriority homedir hostname loadavg networkInterfaces platform release',
  'setPriority tmpdir totalmem type userInfo uptime version machine',
].join(' '));
