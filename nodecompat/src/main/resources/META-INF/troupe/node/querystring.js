// nodejs.org/api/querystring.html, v22. Nothing is missing.
'use strict';

const { escape, stringify, parse, unescape, unescapeBuffer } = require('internal/querystring');

// In Node's order. `parse` and `stringify` use `unescape` and `escape` as they stand here: a program may replace them.
Object.assign(exports, {
  unescapeBuffer,
  unescape,
  escape,
  stringify(object, separator, equals, options) {
    return stringify(object, separator, equals, options?.encodeURIComponent, exports.escape);
  },
  encode: undefined,
  parse(text, separator, equals, options) {
    return parse(text, separator, equals, options, exports.unescape);
  },
  decode: undefined,
});
exports.encode = exports.stringify;
exports.decode = exports.parse;
