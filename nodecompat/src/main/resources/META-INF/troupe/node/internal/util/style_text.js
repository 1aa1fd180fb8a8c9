// nodejs.org/api/util.html#utilstyletextformat-text-options, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateObject, validateOneOf, validateString } = require('internal/validators');

function pairs(format) {
  const { colors } = require('internal/util/inspect').inspect;
  return (Array.isArray(format) ? format : [format]).filter((name) => name !== 'none').map((name) => {
    const pair = colors[name];
    if (pair === undefined) validateOneOf(name, 'format', Object.keys(colors));
    return pair;
  });
}

/** Does the stream show colours? NO_COLOR and FORCE_COLOR decide before the stream does. */
function coloured(stream) {
  const { process } = require('internal/process/object');
  const { FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS } = process.env;
  if (FORCE_COLOR !== undefined) return ['', '1', '2', '3', 'true'].includes(FORCE_COLOR);
  return Boolean(stream?.isTTY) && !NO_COLOR && !NODE_DISABLE_COLORS && (stream.getColorDepth?.() ?? 0) > 2;
}

function styleText(format, text, options = {}) {
  validateString(text, 'text');
  validateObject(options, 'options');
  const { validateStream = true, stream } = options;
  validateBoolean(validateStream, 'options.validateStream');
  const styles = pairs(format);
  if (validateStream) {
    const target = stream ?? require('internal/process/object').process.stdout;
    if (target === null || typeof target !== 'object' || typeof (target.write ?? target.getReader ?? target.getWriter) !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    if (!coloured(target)) return text;
  }
  let result = text;
  for (const [open, close] of styles.reverse()) {
    // a style that ends within the text goes on with ours; bold and dim end alike, so that both must be said
    const end = `\u001b[${close}m`;
    const again = close === 22 ? `${end}\u001b[${open}m` : `\u001b[${open}m`;
    const inner = result.split(end);
    const last = inner.pop();
    const goesOn = inner.join(again) +
      (inner.length === 0 ? '' : last === '' ? end : again) + last;
    result = `\u001b[${open}m${goesOn}${end}`;
  }
  return result;
}

module.exports = { styleText };
