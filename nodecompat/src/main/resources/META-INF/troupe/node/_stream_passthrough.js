// Node's old name of stream.PassThrough (nodejs.org/api/stream.html, v22).
'use strict';

module.exports = require('stream').PassThrough;
