// nodejs.org/api/buffer.html#class-blob, v22: options of Blob and File, and how their objects are shown. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');

/** The members of a BlobPropertyBag, read in the order of their names (webidl.spec.whatwg.org/#es-dictionary). */
function validateDictionary(options, name) {
  if (options === undefined || options === null) return { endings: 'transparent', type: '' };
  if (typeof options !== 'object' && typeof options !== 'function') throw new codes.ERR_INVALID_ARG_TYPE(name, 'a dictionary', options);
  const { endings: given } = options;
  const endings = given === undefined ? 'transparent' : `${given}`;
  if (endings !== 'transparent' && endings !== 'native') {
    throw new codes.ERR_INVALID_ARG_VALUE('options.endings', given);
  }
  const { type } = options;
  return { endings, type: type === undefined ? '' : `${type}` };
}

function customInspect(name, shown, depth, options) {
  if (typeof depth === 'number' && depth < 0) return `[${name}]`;
  const inner = { ...options };
  if (typeof inner.depth === 'number') inner.depth--;
  return `${name} ${require('internal/util/inspect').inspect(shown, inner)}`;
}

module.exports = { validateDictionary, customInspect };
