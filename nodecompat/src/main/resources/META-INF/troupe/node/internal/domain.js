// nodejs.org/api/domain.html, v22: one handler for the errors of many callbacks and emitters. Loading this module makes every callback that is
// stored from then on carry the active domain, and every emitter that is made belong to it. An error leaves the stack of domains as it was when
// it was thrown: fatal() reads there whose it is. Missing: the `domain` property of timers and
// other resources, unless add() made it; an unhandled rejection does not go to the domain: the engine does not tell where the promise was made.
'use strict';

const { setDecorator, variable } = require('internal/async_context');
const { codes } = require('internal/errors');
const EventEmitter = require('events');
const execution = require('internal/process/execution');
const { process } = require('internal/process/object');

const { apply, defineProperty } = Reflect;
/** The domains that were entered and not yet left, innermost last. */
let stack = [];
/** The innermost; Node has null where all were cleared and undefined where the last was left. */
let active = null;
/** Above 0 where the stack tells the domain; promise jobs have it from the engine's context. */
let depth = 0;
const inherited = variable({ __proto__: null, name: 'domain' });

const current = () => active ?? (depth === 0 ? inherited.get() ?? active : active);

function clear() {
  stack = [];
  active = null;
  depth = 0;
}

function hidden(target, value) {
  defineProperty(target, 'domain', { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** What the documentation adds to an error that goes to a domain. */
function mark(error, domain, properties) {
  if (!isObject(error)) return;
  hidden(error, domain);
  for (const [name, value] of Object.entries(properties)) Reflect.set(error, name, value);
}

/** Runs `fn` within `domain`; if it throws, the domain is not left. */
function within(domain, fn, thisArg, args) {
  domain.enter();
  depth++;
  const result = inherited.run(domain, () => apply(fn, thisArg, args));
  depth--;
  domain.exit();
  return result;
}

class Domain extends EventEmitter {
  members = [];

  enter() {
    stack.push(this);
    active = this;
  }

  /** Leaves what was entered after it, too. */
  exit() {
    const at = stack.lastIndexOf(this);
    if (at === -1) return;
    stack.length = at;
    active = stack.at(-1);
  }

  add(emitter) {
    if (emitter.domain === this) return;
    for (let outer = this.domain; outer; outer = outer.domain) if (outer === emitter) return;
    if (emitter.domain) emitter.domain.remove(emitter);
    hidden(emitter, this);
    this.members.push(emitter);
  }

  remove(emitter) {
    hidden(emitter, null);
    const at = this.members.indexOf(emitter);
    if (at !== -1) this.members.splice(at, 1);
  }

  run(fn, ...args) {
    return within(this, fn, this, args);
  }

  bind(callback) {
    const domain = this;
    function runBound(...args) {
      return within(domain, callback, this, args);
    }
    hidden(runBound, this);
    return runBound;
  }

  intercept(callback) {
    const domain = this;
    function runIntercepted(error, ...args) {
      if (!(error instanceof Error)) return within(domain, callback, this, args);
      mark(error, domain, { domainBound: callback, domainThrown: false });
      domain.emit('error', error);
      return undefined;
    }
    hidden(runIntercepted, this);
    return runIntercepted;
  }
}

/** Calls the listeners of the domain as if it had not been entered. */
function tell(domain, error) {
  while (active === domain) domain.exit();
  return domain.emit('error', error);
}

/** An error that nobody caught: the innermost domain with a listener takes it; what the listener throws is for those around it. */
function fatal(thrown) {
  let error = thrown;
  for (let domain = active; domain; domain = active) {
    mark(error, domain, { domainThrown: true });
    while (active === domain) domain.exit();
    if (domain.listenerCount('error') === 0) continue;
    try {
      domain.emit('error', error);
      clear();
      return { handled: true, error };
    } catch (another) {
      error = another;
    }
  }
  clear();
  return { handled: false, error };
}

/** What is stored to run later runs in the domain of now, or in that which its resource was added to. */
function decorate(captured, resource) {
  return new Carried(captured, current(), resource);
}

class Carried {
  constructor(captured, domain, resource) {
    this.captured = captured;
    this.domain = domain;
    this.resource = resource;
  }

  run(body) {
    const before = { stack, active, depth };
    const domain = this.resource?.domain instanceof Domain ? this.resource.domain : this.domain;
    if (domain) {
      stack = [domain];
      active = domain;
    } else if (stack.length > 0) {
      clear();
    }
    depth = 1;
    const result = this.captured === undefined ? body() : this.captured.run(body);
    ({ stack, active, depth } = before);
    return result;
  }

  destroy() {
    this.captured?.destroy?.();
  }
}

const { init } = EventEmitter;
const { emit } = EventEmitter.prototype;

function initInDomain(options) {
  const domain = current();
  hidden(this, domain && !(this instanceof Domain) ? domain : null);
  return apply(init, this, [options]);
}

function emitInDomain(type, ...args) {
  const { domain } = this;
  if (!(domain instanceof Domain) || this === process) return apply(emit, this, [type, ...args]);
  if (type !== 'error' || this.listenerCount('error') > 0) {
    domain.enter();
    const result = apply(emit, this, [type, ...args]);
    domain.exit();
    return result;
  }
  const error = args.length > 0 && args[0] ? args[0] : new codes.ERR_UNHANDLED_ERROR(args[0]);
  mark(error, domain, { domainEmitter: this, domainThrown: false });
  const before = { stack: [...stack], active };
  while (active === domain) domain.exit();
  active ??= null;
  tell(domain, error);
  ({ stack, active } = before);
  return false;
}

function install() {
  execution.setDomains(fatal, new Error('loaded').stack); // throws if the program took all uncaught errors for itself
  setDecorator(decorate);
  EventEmitter.usingDomains = true;
  EventEmitter.init = initInDomain;
  EventEmitter.prototype.emit = emitInDomain;
  defineProperty(process, 'domain', {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get: current,
    set(value) {
      active = value;
    },
  });
}

install();

module.exports = {
  Domain,
  create: () => new Domain(),
  active: current,
  stack: () => stack,
};
