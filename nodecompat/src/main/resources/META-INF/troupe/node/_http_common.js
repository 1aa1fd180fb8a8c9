// Deprecated names of nodejs.org/api/http.html, v22, which some packages still load. Missing: the parser, which is Java's and has no class here.
'use strict';

const { METHODS, isToken, notInValue } = require('internal/http/common');
const { addMissing } = require('internal/not_implemented');

exports._checkInvalidHeaderChar = (value) => notInValue.test(value);
exports._checkIsHttpToken = isToken;
exports.chunkExpression = /(?:^|\W)chunked(?:$|\W)/i;
exports.continueExpression = /(?:^|\W)100-continue(?:$|\W)/i;
exports.CRLF = '\r\n';
exports.methods = METHODS;
addMissing(exports, '_http_common', 'freeParser HTTPParser isLenient prepareError');
