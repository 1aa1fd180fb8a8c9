// nodejs.org/api/vm.html#vmmeasurememoryoptions, v22. The engine does not tell what a context takes: the estimate adds up what can be reached from its
// global object, the range ends with the whole heap. A context's share of what contexts refer to in common counts in each of them.
'use strict';

const { allContexts, main } = require('internal/vm/context');
const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { isProxy } = require('util/types');

/** Objects that are looked at for one estimate: a walk through all of a large program would stop it for seconds. */
const MOST_OBJECTS = 20_000;
/** Bytes: an object's head, a slot for one of its values. */
const HEAD = 24;
const SLOT = 8;

function estimate({ global }) {
  const seen = new Set([global]);
  let bytes = 0;
  const reach = (value) => {
    if (typeof value === 'string') bytes += HEAD + value.length;
    else if (value !== null && (typeof value === 'object' || typeof value === 'function') && seen.size < MOST_OBJECTS) seen.add(value);
  };
  for (const object of seen) { // grows while it is walked through
    bytes += HEAD;
    if (isProxy(object)) continue;
    if (ArrayBuffer.isView(object)) {
      bytes += object.byteLength;
      continue;
    }
    reach(getPrototypeOf(object));
    for (const name of ownKeys(object)) {
      const { value, get, set } = getOwnPropertyDescriptor(object, name);
      bytes += SLOT;
      [value, get, set].forEach(reach);
    }
  }
  return bytes;
}

function measured(bytes, heap) {
  return { jsMemoryEstimate: Math.min(bytes, heap), jsMemoryRange: [Math.min(bytes, heap), heap] };
}

/** `mode` is summary or detailed. */
function measure(mode) {
  const heap = internalBinding('realm').heapUsed();
  const current = estimate(main);
  const others = allContexts().map(estimate);
  const total = measured(others.reduce((sum, bytes) => sum + bytes, current), heap);
  if (mode !== 'detailed') return { total };
  return { total, current: measured(current, heap), other: others.map((bytes) => measured(bytes, heap)) };
}

module.exports = { measure };
