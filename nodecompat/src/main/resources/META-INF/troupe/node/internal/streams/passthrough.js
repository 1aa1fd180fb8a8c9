// https://nodejs.org/docs/latest-v22.x/api/stream.html#class-streampassthrough (v22).
'use strict';

const Transform = require('internal/streams/transform');

function PassThrough(options) {
  if (!(this instanceof PassThrough)) return new PassThrough(options);
  Transform.call(this, options);
}
require('internal/streams/legacy').inherit(PassThrough, Transform);

PassThrough.prototype._transform = function (chunk, encoding, callback) {
  callback(null, chunk);
};

module.exports = PassThrough;
