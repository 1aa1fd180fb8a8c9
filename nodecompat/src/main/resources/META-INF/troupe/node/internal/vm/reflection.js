// nodejs.org/api/vm.html#what-does-it-mean-to-contextify-an-object, v22: inside a context its global object's properties are described as those of
// the contextified object, whose values they show, and what is defined there is defined on that object.
'use strict';

const SCRIPT = `(({ described, define }) => {
  const global = globalThis;
  const { defineProperty, getOwnPropertyDescriptors } = Object;
  const shown = (name, found) => (found === undefined ? found : { ...described(name, found) });
  for (const holder of [Object, Reflect]) {
    const { getOwnPropertyDescriptor: original } = holder;
    const { getOwnPropertyDescriptor: value } = {
      getOwnPropertyDescriptor(target, name) {
        const found = original(target, name);
        return target === global && found !== undefined ? shown(typeof name === 'symbol' ? name : \`\${name}\`, found) : found;
      },
    };
    defineProperty(holder, 'getOwnPropertyDescriptor', { __proto__: null, value, writable: true, configurable: true });
  }
  const defined = (target, name, descriptor) => (target === global && descriptor !== null && typeof descriptor === 'object'
    ? define(typeof name === 'symbol' ? name : \`\${name}\`, descriptor) : undefined);
  const ofObject = { defineProperty(target, name, descriptor) {
    const done = defined(target, name, descriptor);
    if (done === false) throw new TypeError(\`Cannot redefine property: \${String(name)}\`);
    return done === undefined ? defineProperty(target, name, descriptor) : target;
  } };
  const { defineProperty: reflectively } = Reflect;
  const ofReflect = { defineProperty: (target, name, descriptor) =>
    defined(target, name, descriptor) ?? reflectively(target, name, descriptor) };
  defineProperty(Object, 'defineProperty', { __proto__: null, value: ofObject.defineProperty, writable: true, configurable: true });
  defineProperty(Reflect, 'defineProperty', { __proto__: null, value: ofReflect.defineProperty, writable: true, configurable: true });
  const { getOwnPropertyDescriptors: value } = {
    getOwnPropertyDescriptors(target) {
      const all = getOwnPropertyDescriptors(target);
      if (target === global) for (const name of Reflect.ownKeys(all)) all[name] = shown(name, all[name]);
      return all;
    },
  };
  defineProperty(Object, 'getOwnPropertyDescriptors', { __proto__: null, value, writable: true, configurable: true });
})`;

/** `described` gives what a descriptor of the global object is to show, `define` defines a property: undefined if it has to be there itself. */
function install(runScript, { described, define }) {
  runScript({ name: 'node:internal/vm', script: SCRIPT })({ described, define });
}

module.exports = { install };
