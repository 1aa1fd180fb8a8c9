// The global Proxy, which remembers for util.inspect and util.types (nodejs.org/api/util.html#utiltypesisproxyvalue, v22) what each proxy
// stands for: the engine does not say. Missing: proxies of other realms.
'use strict';

const { apply, construct } = Reflect;
/** proxy to [target, handler], to undefined once it is revoked. */
const known = new WeakMap();
const { get: lookUp, has, set } = WeakMap.prototype;

function remember(proxy, target, handler) {
  apply(set, known, [proxy, [target, handler]]);
  return proxy;
}

/** The constructor that remembers, above the engine's own; bound, as a proxy's constructor has no prototype property. */
function recording(Native) {
  const nativeRevocable = Native.revocable;
  const Recording = function(target, handler) {
    if (!new.target) throw new TypeError("Constructor Proxy requires 'new'");
    return remember(construct(Native, [target, handler]), target, handler);
  }.bind(undefined);

  function revocable(target, handler) {
    const { proxy, revoke } = apply(nativeRevocable, Native, [target, handler]);
    remember(proxy, target, handler);
    return {
      proxy,
      revoke: () => {
        apply(set, known, [proxy, undefined]);
        revoke();
      },
    };
  }

  return Object.defineProperties(Recording, {
    name: { __proto__: null, value: 'Proxy', configurable: true },
    length: { __proto__: null, value: 2, configurable: true },
    revocable: { __proto__: null, value: revocable, writable: true, configurable: true },
  });
}

module.exports = {
  recording,
  isProxy: (value) => apply(has, known, [value]),
  /** [target, handler]; undefined for what is no proxy, or one that was revoked. */
  detailsOf: (value) => apply(lookUp, known, [value]),
};
