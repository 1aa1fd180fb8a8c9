// Node's old name of stream.Duplex (nodejs.org/api/stream.html, v22).
'use strict';

module.exports = require('stream').Duplex;
