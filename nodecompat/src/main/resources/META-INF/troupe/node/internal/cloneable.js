// html.spec.whatwg.org/#cloneable-objects: how a built-in class says what structuredClone makes of its objects. Nothing is missing.
'use strict';

/** A method under this name gives the copy. */
const kClone = Symbol('kClone');

/** A method under this name gives what receives the object's state, which the object then loses: the object is transferable. */
const kTransfer = Symbol('kTransfer');

module.exports = { kClone, kTransfer };
