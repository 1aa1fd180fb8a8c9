// nodejs.org/api/errors.html, v22: functions and classes that Node has and Troupe has not yet; calling or constructing one throws.
'use strict';

const { codes } = require('internal/errors');

function fail(name) {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`${name}()`);
}

/** A function, as `module.name`, that throws when called; it may be extended by a class, which throws when constructed. */
function notImplemented(name) {
  const short = name.slice(name.lastIndexOf('.') + 1);
  const { [short]: made } = { [short]: function() { fail(name); } };
  return made;
}

/** Adds to `exports` each name of a list, `Name` as functions, unless it is there already. */
function addMissing(exports, module, names) {
  for (const name of names.split(' ')) {
    if (name && !Object.hasOwn(exports, name)) exports[name] = notImplemented(`${module}.${name}`);
  }
  return exports;
}

module.exports = { notImplemented, addMissing };
