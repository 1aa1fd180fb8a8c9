// Deprecated names of nodejs.org/api/http.html, v22, which some packages still load.
'use strict';

const { kHighWaterMark, OutgoingMessage } = require('internal/http/outgoing');
const { validateHeaderName, validateHeaderValue } = require('internal/http/common');

module.exports = { kHighWaterMark, validateHeaderName, validateHeaderValue, OutgoingMessage };
