// Node's old name of stream.Readable (nodejs.org/api/stream.html, v22).
'use strict';

module.exports = require('stream').Readable;
