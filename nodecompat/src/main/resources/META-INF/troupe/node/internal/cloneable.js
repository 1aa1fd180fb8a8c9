// html.spec.whatwg.org/#cloneable-objects and #transferable-objects: how a built-in class says what structuredClone makes of its objects.
// Nothing is missing.
'use strict';

/** A method under this name gives the copy. */
const kClone = Symbol('kClone');
/** A method under this name gives the object's successor and leaves the object itself without its state. */
const kTransfer = Symbol('kTransfer');
/** A getter under this name says whether that has happened already. */
const kTransferred = Symbol('kTransferred');
/** What nodejs.org/api/worker_threads.html#workermarkasuntransferableobject and markAsUncloneable have marked. */
const untransferable = new WeakSet();
const uncloneable = new WeakSet();

/** For classes of the platform whose objects cannot be copied. */
function refuseClone() {
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException('Cannot clone object of unsupported type.', 'DataCloneError');
}

module.exports = { kClone, kTransfer, kTransferred, refuseClone, uncloneable, untransferable };
