// Node's old name of stream.Transform (nodejs.org/api/stream.html, v22).
'use strict';

module.exports = require('stream').Transform;
