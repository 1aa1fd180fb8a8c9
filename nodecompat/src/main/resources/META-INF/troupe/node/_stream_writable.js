// Node's old name of stream.Writable (nodejs.org/api/stream.html, v22).
'use strict';

module.exports = require('stream').Writable;
