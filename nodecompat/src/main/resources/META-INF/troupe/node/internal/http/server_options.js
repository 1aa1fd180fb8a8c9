// nodejs.org/api/http.html#httpcreateserveroptions-requestlistener, v22: checks of the options.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateInteger, validateObject } = require('internal/validators');

const times = ['requestTimeout', 'headersTimeout', 'keepAliveTimeout', 'connectionsCheckingInterval', 'maxHeaderSize'];
const switches = ['requireHostHeader', 'joinDuplicateHeaders', 'rejectNonStandardBodyWrites', 'insecureHTTPParser'];

function check(options) {
  validateObject(options, 'options');
  for (const name of times) if (options[name] !== undefined) validateInteger(options[name], name, 0);
  for (const name of switches) if (options[name] !== undefined) validateBoolean(options[name], `options.${name}`);
  const { requestTimeout, headersTimeout } = options;
  if (requestTimeout > 0 && headersTimeout > 0 && headersTimeout > requestTimeout) {
    throw new codes.ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', headersTimeout);
  }
}

module.exports = { check };
