// The first script of each realm: the loader of built-in modules and the way in from Java. Nothing of it is reachable from a global.
// It gets the host's functions and returns those that Java calls; the contract with an extension's bootstrap module stands in JsRealm.
(function (host, bootstrap) {
  'use strict';

  // the program can change what it inherits from and calls; these are taken before it runs
  const modules = { __proto__: null };
  const bindings = { __proto__: null };
  const constructors = { __proto__: null, Error, TypeError, RangeError, SyntaxError };
  const { apply } = Reflect;
  const { ArrayBuffer, Promise, String, Uint8Array } = globalThis;
  const { then } = Promise.prototype;
  const resolve = (value) => apply(Promise.resolve, Promise, [value]);
  const { set } = Uint8Array.prototype;
  const { startsWith, slice } = String.prototype;
  const { captureStackTrace } = Error;
  const setRejectionHandler = Graal.setUnhandledPromiseRejectionHandler;
  const { parse } = JSON;
  const { load: runScript } = globalThis;
  const { create: createRealm, dispose: disposeRealm, global: globalOf } = Realm;
  const HIDDEN = ['Graal', 'Java', 'Realm', 'ShadowRealm', 'AsyncContext', 'Packages', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'console',
    'Float16Array']; // V8 12.4 has it behind a flag
  for (const name of ['Graal', 'Java', 'Realm', 'load', 'loadWithNewGlobal']) delete globalThis[name];

  // node:vm stands on these. A script { name, script } runs in the realm that its runner belongs to; an inner realm has ECMAScript's globals and
  // nothing else. The engine's list of realms lets go of it at once, so that it lives as long as something refers to it.
  bindings.contextify = {
    runScript,
    newRealm() {
      const index = createRealm();
      const global = globalOf(index);
      disposeRealm(index);
      const run = global.load;
      for (const name of HIDDEN) delete global[name];
      return { __proto__: null, global, runScript: run };
    },
  };

  function internalBinding(name) {
    let binding = bindings[name];
    if (binding === undefined) {
      binding = host.binding(name);
      bindings[name] = binding;
    }
    return binding;
  }

  // https://nodejs.org/api/modules.html#cycles: a module in the making gives what it has exported so far
  function requireBuiltin(id) {
    if (apply(startsWith, id, ['node:'])) id = apply(slice, id, [5]);
    let module = modules[id];
    if (module === undefined) {
      const wrapper = host.compile(id);
      if (!wrapper) throw makeError('Error', 'ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${id}`);
      module = { id, exports: {} };
      modules[id] = module;
      try {
        wrapper(module.exports, requireBuiltin, module, internalBinding);
      } catch (error) {
        delete modules[id];
        throw error;
      }
    }
    return module.exports;
  }

  // what has been loaded already; undefined if nobody asked for it yet
  requireBuiltin.loaded = (id) => modules[id]?.exports;
  requireBuiltin.names = () => Object.keys(modules);

  // Node's shape: error.name stays TypeError, the stack's first line shows TypeError [CODE]
  function makeError(type, code, message) {
    const error = new constructors[type](message);
    if (code !== '') {
      const name = error.name;
      error.name = `${name} [${code}]`;
      captureStackTrace(error, makeError);
      void error.stack; // the engine writes its first line at the first read
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

  // NODE: process.html#event-uncaughtexception, origin 'unhandledRejection'; what is no Error is wrapped in one
  function rejected(reason, promise) {
    host.again(); // what the listeners schedule runs before the loop goes on
    try {
      if (hooks.rejection(promise, reason)) return;
    } catch (error) {
      uncaught(error);
      return;
    }
    const error = reason instanceof constructors.Error ? reason : rejectionError(reason);
    if (!hooks.fatal(error, 'unhandledRejection')) host.fatal(error, true);
  }

  function rejectionError(reason) {
    let text;
    try {
      text = typeof reason === 'string' ? `"${reason}"` : String(reason);
    } catch {
      text = typeof reason;
    }
    const error = makeError('Error', 'ERR_UNHANDLED_REJECTION', 'This error originated either by throwing inside of an async function without '
      + 'a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the '
      + `reason ${text}.`);
    return error;
  }

  // one copy: the host may use its memory again
  function uint8Array(hostBytes) {
    const view = new Uint8Array(new ArrayBuffer(hostBytes));
    const copy = new Uint8Array(view.length);
    apply(set, copy, [view]);
    return copy;
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
    setRejectionHandler(rejected);
    hooks.install();
  }

  // nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick: ticks run after each callback, then microtasks, which the engine
  // runs when this outermost call returns
  function enter(callback, ...args) {
    try {
      apply(callback, undefined, args);
    } catch (error) {
      uncaught(error);
    }
    drain();
  }

  function drain() {
    for (;;) {
      try {
        if (loaded !== undefined) startLoaded();
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

  let loaded;
  let ctxMetadata;
  let plain = false;

  // A default export, an object or a class, whose start(ctx) is called with this = the default export. As Node's main module it runs outermost,
  // so that its ticks come before its promises.
  function startProgram(namespace) {
    if (plain) {
      host.started();
      host.settled();
      return;
    }
    const program = namespace.default;
    const kind = typeof program;
    if (program === null || (kind !== 'object' && kind !== 'function')) return host.refuse('default');
    const { start: entry } = program;
    if (typeof entry !== 'function') return host.refuse('start');
    const result = apply(entry, program, [hooks.context(parse(ctxMetadata))]);
    host.started();
    apply(then, resolve(result), [() => host.settled(), startFailed]);
  }

  function startLoaded() {
    const { value } = loaded;
    loaded = undefined;
    try {
      startProgram(value);
    } catch (error) {
      startFailed(error);
    }
  }

  function startFailed(error) {
    host.settled();
    host.again();
    uncaught(error);
  }

  return {
    start,
    enter,
    drain,
    requireBuiltin,
    throwError,
    throwSystemError,
    fatal: uncaught,
    run(load, metadata, isPlain) {
      ctxMetadata = metadata;
      plain = isPlain;
      enter(() => {
        let namespace;
        try {
          namespace = load();
        } catch (error) {
          startFailed(error);
          return;
        }
        apply(then, resolve(namespace), [(value) => { loaded = { __proto__: null, value }; host.again(); }, startFailed]);
      });
    },
    uint8Array,
    signal(name) {
      let heard = true;
      host.again();
      enter(() => { heard = hooks.signal(name) === true; });
      return heard;
    },
    beforeExit: (code) => enter(hooks.beforeExit, code),
    exit: (code) => hooks.exit(code),
    exitCode: () => hooks.exitCode(),
    inspectError: (error) => hooks.inspectError(error),
  };
});
