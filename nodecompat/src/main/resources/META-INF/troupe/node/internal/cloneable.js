// html.spec.whatwg.org/#cloneable-objects: how a built-in class says what structuredClone makes of its objects. Nothing is missing.
'use strict';

/** A method under this name gives the copy. */
const kClone = Symbol('kClone');

/** For classes of the platform whose objects cannot be copied. */
function refuseClone() {
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException('Cannot clone object of unsupported type.', 'DataCloneError');
}

module.exports = { kClone, refuseClone };
