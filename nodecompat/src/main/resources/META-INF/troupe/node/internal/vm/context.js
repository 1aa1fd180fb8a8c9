// nodejs.org/api/vm.html#what-does-it-mean-to-contextify-an-object, v22. A context is an inner realm whose global object shows the contextified
// object's properties: each through an accessor, since a program adds and changes them at any time, from both sides. What a script adds to the
// global object goes to the contextified object at once where the engine asks for the name, and after the script where it declared it.
// Missing: interceptors. Inside a context Object.getOwnPropertyDescriptor and its kin tell what the object has; asked from outside of it, a property
// of the global object that can be written shows as an accessor. Assigning a global of the realm to itself (this.Symbol = Symbol) is not noticed,
// and what is deleted from the global object leaves the contextified object when the name is next asked for, or after the script.
'use strict';

const { runScript, newRealm } = internalBinding('contextify');

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, ownKeys, setPrototypeOf } = Reflect;
/** contextified object to its Context. */
const contexts = new WeakMap();
/** Weak references to all contexts. */
const live = new Set();

class Context {
  constructor(object, global, run) {
    this.object = object;
    this.global = global;
    this.runScript = run;
    /** What the realm itself brings: it is not the program's. */
    this.own = new Map(ownKeys(global).map((name) => [name, getOwnPropertyDescriptor(global, name).value]));
    /** name to the getter by which the object's property shows. */
    this.shown = new Map();
    /** name to the value after the last script, for declarations, which no accessor can replace. */
    this.declared = new Map();
    /** How many properties the global object has, unless the program defined or deleted one. */
    this.count = 0;
    if (object === global) return;
    setPrototypeOf(global, fallThrough(this));
    require('internal/vm/reflection').install(run, {
      described: (name, found) => this.described(name, found),
      define: (name, descriptor) => this.define(name, descriptor),
    });
  }

  /** Runs `enter`, a call into the realm, between both directions of the exchange. */
  within(enter) {
    if (this.object === this.global) return enter();
    this.show();
    try {
      return enter();
    } finally {
      this.collect();
    }
  }

  /** The object's properties, on the global object. */
  show() {
    const { object, global, shown } = this;
    for (const [name] of this.declared) {
      if (Object.hasOwn(object, name)) keep(() => (global[name] = object[name]));
    }
    const names = new Set(ownKeys(object));
    for (const name of names) if (!shown.has(name) && !this.declared.has(name)) this.showOne(name);
    for (const name of shown.keys()) {
      if (names.has(name)) continue;
      deleteProperty(global, name);
      shown.delete(name);
    }
    this.count = ownKeys(global).length;
  }

  showOne(name) {
    const { object, global, shown } = this;
    const found = descriptorOf(object, name);
    if (found.configurable === false && found.writable === false) {
      if (defineProperty(global, name, found)) shown.set(name, undefined);
      return;
    }
    const get = () => inner(object[name], this);
    const set = (value) => {
      object[name] = value;
    };
    const accessors = found.get && !found.set ? { get } : { get, set };
    if (defineProperty(global, name, { __proto__: null, ...accessors, enumerable: found.enumerable, configurable: true })) shown.set(name, get);
  }

  /** What a script declared or defined on the global object, to the object. */
  collect() {
    const { object, global, shown } = this;
    for (const name of ownKeys(global)) {
      const found = getOwnPropertyDescriptor(global, name);
      if (shown.has(name) && (found.get === shown.get(name) || shown.get(name) === undefined)) continue;
      if (this.own.has(name) && !shown.has(name) && Object.is(found.value, this.own.get(name))) continue;
      this.take(name, found);
    }
    for (const name of shown.keys()) this.forget(name);
    this.count = ownKeys(global).length;
  }

  /** What was deleted from the global object goes from the object. */
  forget(name) {
    const { object, global, shown } = this;
    if (shown.has(name) && !Object.hasOwn(global, name) && shown.delete(name)) deleteProperty(object, name);
  }

  /** A new name, after those that were defined before it. */
  assign(name, value) {
    const { object, global } = this;
    if (ownKeys(global).length !== this.count) this.collect();
    const done = Reflect.set(object, name, value);
    if (done && Object.hasOwn(object, name) && !Object.hasOwn(global, name)) {
      this.showOne(name);
      this.count++;
    }
    return done;
  }

  /** What a script defines on the global object is defined on the object, and shown. */
  define(name, descriptor) {
    const { object, shown } = this;
    if (ownKeys(this.global).length !== this.count) this.collect();
    if (this.declared.has(name)) return undefined;
    if (!defineProperty(object, name, descriptor)) return false;
    shown.delete(name);
    this.showOne(name);
    this.count = ownKeys(this.global).length;
    return true;
  }

  /** The descriptor of a property as the object has it, for the one that the global object has. */
  described(name, found) {
    if (found.get === undefined || this.shown.get(name) !== found.get) return found;
    const its = descriptorOf(this.object, name);
    if (its.get || its.set || 'writable' in its) return its;
    return { value: this.object[name], writable: true, enumerable: its.enumerable, configurable: true };
  }

  take(name, found) {
    const { object, global, shown } = this;
    shown.delete(name);
    const before = descriptorOf(object, name);
    // a declaration of the script: an enumerable property that can be written
    const plain = 'value' in found && found.writable && found.enumerable;
    if (plain && !(before?.get || before?.set)) keep(() => (object[name] = found.value));
    else if (!plain) defineProperty(object, name, found);
    if (found.configurable && deleteProperty(global, name) && Object.hasOwn(object, name)) this.showOne(name);
    else if ('value' in found) this.declared.set(name, found.value);
  }
}

/** The object seen from inside is the global object. */
const inner = (value, context) => (value === context.object ? context.global : value);

function descriptorOf(object, name) {
  try {
    return getOwnPropertyDescriptor(object, name) ?? { enumerable: true };
  } catch {
    return { enumerable: true }; // a proxy that does not tell
  }
}

/** The object may refuse: frozen, a proxy, a setter that throws. A script that declares a name has not asked for that. */
function keep(step) {
  try {
    step();
  } catch {
    // stays on the global object alone
  }
}

/** The global object's prototype: names that it does not have itself are the object's, else those of the realm's Object.prototype. */
function fallThrough(context) {
  const { object, global } = context;
  const base = global.Object.prototype;
  return new Proxy(global.Object.create(base), {
    __proto__: null,
    has(_, name) {
      context.forget(name);
      return Object.hasOwn(object, name) || name in base;
    },
    get(_, name, receiver) {
      context.forget(name);
      return name in object ? inner(object[name], context) : Reflect.get(base, name, receiver);
    },
    set(_, name, value, receiver) {
      if (name === '__proto__' || receiver !== global) return Reflect.set(base, name, value, receiver);
      return context.assign(name, value);
    },
    getOwnPropertyDescriptor: () => undefined,
    ownKeys: () => [],
    getPrototypeOf: () => base,
  });
}

const KEY = Symbol.for('dev.troupe.vm');
/** number to the object that a text asks. */
const importers = new Map();

/** The realm's way from a text to its owner; offers nothing but what the text may ask: import, import.meta, and how a module is linked. */
function offerImport(global) {
  if (Object.hasOwn(global, KEY)) return;
  const value = Object.freeze((number) => (global === globalThis ? importers.get(number) : ofRealm(importers.get(number), global.Promise)));
  defineProperty(global, KEY, { __proto__: null, value });
}

/** import() gives a promise of the realm that it is called in. */
function ofRealm(owner, ItsPromise) {
  if (owner?.import === undefined) return owner;
  const load = (specifier, options) => new ItsPromise((resolve, reject) => {
    owner.import(specifier, options).then(resolve, reject);
  });
  return Object.freeze({ __proto__: owner, import: load });
}

/** Makes `owner` what a text reaches under the number that is given. */
function addOwner(owner) {
  const number = nextOwner++;
  importers.set(number, Object.freeze(owner));
  return number;
}
let nextOwner = 0;

/** Makes `object` a context; undefined makes one whose object is the realm's own global object. */
function contextify(object) {
  const { global, runScript: run } = newRealm();
  const own = object ?? global;
  const context = new Context(own, global, run);
  contexts.set(own, context);
  live.add(new WeakRef(context));
  return own;
}

/** The context of the running program itself: no exchange is needed. */
const main = { object: undefined, global: globalThis, runScript, within: (enter) => enter() };

/** All contexts but the program's own. */
function allContexts() {
  const found = [];
  for (const one of live) {
    const context = one.deref();
    if (context === undefined) live.delete(one);
    else found.push(context);
  }
  return found;
}

module.exports = {
  addOwner, allContexts, contextify, offerImport, main,
  removeOwner: (number) => importers.delete(number),
  contextOf: (object) => contexts.get(object),
  isContext: (object) => contexts.has(object),
};
