// High-water marks (nodejs.org/api/stream.html#streamgetdefaulthighwatermarkobjectmode, v22).
'use strict';

const { codes } = require('internal/errors');

let bytes = 64 * 1024;
let objects = 16;

function getDefaultHighWaterMark(objectMode) {
  return objectMode ? objects : bytes;
}

function setDefaultHighWaterMark(objectMode, value) {
  require('internal/validators').validateInteger(value, 'value', 0);
  if (objectMode) objects = value;
  else bytes = value;
}

/** The mark that `options` ask for; in a duplex each side may have its own, under `duplexKey`. */
function highWaterMarkOf(options, objectMode, duplexKey, isDuplex) {
  const asked = options?.highWaterMark ?? (isDuplex ? options?.[duplexKey] : undefined);
  if (asked === undefined || asked === null) return getDefaultHighWaterMark(objectMode);
  if (!Number.isInteger(asked) || asked < 0) {
    const name = isDuplex ? `options.${duplexKey}` : 'options.highWaterMark';
    throw new codes.ERR_INVALID_ARG_VALUE(name, asked);
  }
  return asked;
}

module.exports = { getDefaultHighWaterMark, setDefaultHighWaterMark, highWaterMarkOf };
