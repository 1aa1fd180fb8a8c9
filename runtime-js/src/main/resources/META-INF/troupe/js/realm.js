// The first script of each realm: the loader of built-in modules and the way in from Java. Nothing of it is reachable from a global.
// It gets the host's functions and returns those that Java calls; the contract with an extension's bootstrap module stands in JsRealm.
(function (host, bootstrap) {
  'use strict';

  const modules = new Map();
  const bindings = new Map();
  const constructors = { Error, TypeError, RangeError, SyntaxError };
  const { apply } = Reflect;
  const { captureStackTrace } = Error;
  const setRejectionHandler = Graal.setUnhandledPromiseRejectionHandler;
  const { parse } = JSON;
  delete globalThis.Graal;

  function internalBinding(name) {
    let binding = bindings.get(name);
    if (binding === undefined) {
      binding = host.binding(name);
      bindings.set(name, binding);
    }
    return binding;
  }

  // https://nodejs.org/api/modules.html#cycles: a module in the making gives what it has exported so far
  function requireBuiltin(id) {
    if (id.startsWith('node:')) id = id.slice(5);
    let module = modules.get(id);
    if (module === undefined) {
      const wrapper = host.compile(id);
      if (!wrapper) throw makeError('Error', 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${id}`);
      module = { id, exports: {} };
      modules.set(id, module);
      try {
        apply(wrapper, undefined, [module.exports, requireBuiltin, module, internalBinding]);
      } catch (error) {
        modules.delete(id);
        throw error;
      }
    }
    return module.exports;
  }

  // Node's shape: error.name stays TypeError, the stack's first line shows TypeError [CODE]
  function makeError(type, code, message) {
    const error = new constructors[type](message);
    if (code !== '') {
      const name = error.name;
      error.name = `${name} [${code}]`;
      captureStackTrace(error, makeError);
      delete error.name;
      error.code = code;
    }
    return error;
  }

  function throwError(type, code, message) {
    throw makeError(type, code, message);
  }

  function throwSystemError(message, errno, code, syscall, path) {
    const error = new Error(message);
    error.errno = errno;
    error.code = code;
    error.syscall = syscall;
    if (path !== '') error.path = path;
    throw error;
  }

  let hooks;
  const none = {
    install() {},
    drain() {},
    fatal: () => false,
    rejection: () => false,
    signal: () => false,
    beforeExit() {},
    exit: (code) => code,
    exitCode: () => 0,
    context: (metadata) => ({ metadata }),
    inspectError: (error) => (error instanceof Error ? String(error.stack) : `Uncaught ${String(error)}`),
  };

  function start() {
    hooks = bootstrap === '' ? none : requireBuiltin(bootstrap);
    setRejectionHandler((reason, promise) => {
      if (!hooks.rejection(promise, reason)) host.fatal(reason, true);
    });
    hooks.install();
  }

  // nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick: ticks run after each callback, then microtasks, which the engine
  // runs when this outermost call returns
  function enter(callback, ...args) {
    try {
      callback(...args);
    } catch (error) {
      uncaught(error);
    }
    drain();
  }

  function drain() {
    for (;;) {
      try {
        hooks.drain();
        return;
      } catch (error) {
        uncaught(error);
      }
    }
  }

  function uncaught(error) {
    let handled;
    try {
      handled = hooks.fatal(error, 'uncaughtException');
    } catch (another) {
      host.fatal(another, false);
      return;
    }
    if (!handled) host.fatal(error, false);
  }

  // MISSION: a default export, an object or a class, whose start(ctx) is called with this = the default export
  function startProgram(namespace, metadata) {
    const program = namespace.default;
    const kind = typeof program;
    if (program === null || (kind !== 'object' && kind !== 'function')) return host.refuse('default');
    const { start: entry } = program;
    if (typeof entry !== 'function') return host.refuse('start');
    const result = apply(entry, program, [hooks.context(parse(metadata))]);
    host.started();
    return Promise.resolve(result).then(() => host.settled());
  }

  return {
    start,
    enter,
    drain,
    requireBuiltin,
    throwError,
    throwSystemError,
    fatal: uncaught,
    run(load, metadata) {
      enter(() => {
        load().then((namespace) => startProgram(namespace, metadata)).then(undefined, (error) => {
          host.startFailed();
          uncaught(error);
        });
      });
    },
    signal: (name) => hooks.signal(name),
    beforeExit: (code) => hooks.beforeExit(code),
    exit: (code) => hooks.exit(code),
    exitCode: () => hooks.exitCode(),
    inspectError: (error) => hooks.inspectError(error),
  };
});
