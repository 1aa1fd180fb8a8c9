// nodejs.org/api/modules.html#the-module-wrapper, v22: Module.wrapper, which programs replace to change the text of the modules that they load.
'use strict';

/** wrapper to the proxy that tells of changes. */
const watched = new WeakMap();

function of(wrapper, changed) {
  if (!watched.has(wrapper)) {
    watched.set(wrapper, new Proxy(wrapper, {
      __proto__: null,
      set: (target, name, value) => Reflect.set(target, name, value) && (changed(), true),
      defineProperty: (target, name, descriptor) => Reflect.defineProperty(target, name, descriptor) && (changed(), true),
    }));
  }
  return watched.get(wrapper);
}

/** A module's function, from the program's own text around it. */
function compile(wrap, content, filename) {
  const text = wrap(content.startsWith('#!') ? `//${content.slice(2)}` : content);
  return require('vm').runInThisContext(text, { filename, displayErrors: false });
}

module.exports = { of, compile };
