// nodejs.org/api/modules.html#cycles, v22: what a module in the making has not exported yet is warned of when it is asked for.
'use strict';

const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, prototype, setPrototypeOf } = Object;
/** Exports that have been handed out unfinished. */
const handedOut = new Set();

const watcher = new Proxy({}, {
  __proto__: null,
  get(target, name) {
    if (name in target || name === '__esModule') return target[name];
    warn(name);
    return undefined;
  },
  getOwnPropertyDescriptor(target, name) {
    if (!hasOwn(target, name) && name !== '__esModule') warn(name);
    return getOwnPropertyDescriptor(target, name);
  },
});

function warn(name) {
  const { process } = require('internal/process/object');
  process.emitWarning(`Accessing non-existent property '${String(name)}' of module exports inside circular dependency`);
}

function isPlain(exports) {
  try {
    return exports !== null && typeof exports === 'object' && getPrototypeOf(exports) === prototype && !('__esModule' in exports);
  } catch {
    return false; // a proxy with a mind of its own
  }
}

/** What is there of `exports` so far, which from now on warns of what is not. */
function unfinished(exports) {
  if (!isPlain(exports)) return exports;
  handedOut.add(exports);
  return setPrototypeOf(exports, watcher);
}

function finished(exports) {
  if (handedOut.delete(exports)) setPrototypeOf(exports, prototype);
}

module.exports = { unfinished, finished };
