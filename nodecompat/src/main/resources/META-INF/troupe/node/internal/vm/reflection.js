// nodejs.org/api/vm.html#what-does-it-mean-to-contextify-an-object, v22: inside a context its global object's properties are described as those of
// the contextified object, whose values they show.
'use strict';

const SCRIPT = `((described) => {
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
  const { getOwnPropertyDescriptors: value } = {
    getOwnPropertyDescriptors(target) {
      const all = getOwnPropertyDescriptors(target);
      if (target === global) for (const name of Reflect.ownKeys(all)) all[name] = shown(name, all[name]);
      return all;
    },
  };
  defineProperty(Object, 'getOwnPropertyDescriptors', { __proto__: null, value, writable: true, configurable: true });
})`;

/** `described` gives what a descriptor of the global object is to show. */
function install(runScript, described) {
  runScript({ name: 'node:internal/vm', script: SCRIPT })(described);
}

module.exports = { install };
