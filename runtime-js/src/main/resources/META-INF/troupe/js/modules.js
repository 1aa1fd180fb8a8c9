// The modules of one program, above RealmModules: every import of an ES module goes through here, so that a module that cannot be had shows as
// Node's own error. What programs' texts may reach is behind one symbol on globalThis and offers nothing that `require` and `import` do not.
(function (binding, requireBuiltin) {
  'use strict';

  const { failure: FAILURE } = binding;
  const contexts = new Map();
  const namespaces = new Map();
  const imported = new Map();
  const deferred = new Map();
  let commonJs;

  // a script's own import(): keys are absolute, so it does not matter where it stands
  const engineImport = (key, options) => (options === undefined ? import(key) : import(key, options));

  // exchanges the number in the linker's text for the failure that is kept under it
  function realError(error) {
    const message = error?.message;
    if (typeof message === 'string' && message.includes(FAILURE)) {
      try {
        binding.takeFailure(Number(message.slice(message.indexOf(FAILURE) + FAILURE.length)));
      } catch (real) {
        return real;
      }
    }
    return error;
  }

  function load(key, options) {
    return engineImport(key, options).catch((error) => {
      throw explained(realError(error));
    });
  }

  // https://nodejs.org/api/esm.html#no-require-exports-or-moduleexports
  function explained(error) {
    if (!(error instanceof ReferenceError)) return error;
    const missing = /^(module|exports|require|__filename|__dirname) is not defined$/.exec(error.message);
    if (missing !== null) {
      error.message += ` in ES module scope${missing[1] === 'require' ? ', you can use import instead' : ''}`;
    }
    return error;
  }

  async function importFrom(file, specifier, options) {
    const text = `${specifier}`;
    const channel = requireBuiltin.loaded('diagnostics_channel') && requireBuiltin('internal/module/tracing').traced('module.import');
    if (channel === undefined) return importText(file, text, options);
    const context = { __proto__: null, parentURL: binding.fileUrl(file), url: text };
    return channel.tracePromise(importText, context, undefined, file, text, options);
  }

  async function importText(file, text, options) {
    return load(binding.resolveImport(text, file, attributes(options)), options);
  }

  // https://nodejs.org/api/esm.html#import-attributes
  function attributes(options) {
    const given = options?.with;
    if (given === undefined || given === null || typeof given !== 'object') return false;
    for (const key of Object.keys(given)) {
      if (key !== 'type') throw new (requireBuiltin('internal/errors').codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED)(key, given[key]);
    }
    return given.type === 'json';
  }

  // https://nodejs.org/api/esm.html#importmeta
  function contextOf(file) {
    let context = contexts.get(file);
    if (context === undefined) {
      const meta = Object.create(null);
      if (!file.startsWith('data-url:')) {
        meta.dirname = binding.directory(file);
        meta.filename = file;
      }
      meta.resolve = (specifier) => {
        const key = binding.resolveImport(`${specifier}`, file, `${specifier}`.endsWith('.json'));
        return key.startsWith('node:') ? key : binding.fileUrl(key);
      };
      meta.url = binding.fileUrl(file);
      context = Object.freeze({ meta, import: (specifier, options) => importFrom(file, specifier, options) });
      contexts.set(file, context);
    }
    return context;
  }

  function builtin(id) {
    if (!binding.isBuiltin(id.startsWith('node:') ? id : `node:${id}`)) throw new Error(`No such built-in module: ${id}`);
    return requireBuiltin(id);
  }

  function builtinNames(id) {
    const exports = builtin(id);
    return Object.keys(exports);
  }

  // looks like the namespace of `import * as`, but what the built-in makes lazily stays lazy
  function namespace(id) {
    let made = namespaces.get(id);
    if (made === undefined) {
      const exports = builtin(id);
      made = Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } });
      for (const name of Object.keys(exports)) {
        const { get } = Object.getOwnPropertyDescriptor(exports, name);
        if (get === undefined) made[name] = exports[name];
        else Object.defineProperty(made, name, { enumerable: true, get: () => exports[name] });
      }
      made.default = exports;
      Object.freeze(made);
      namespaces.set(id, made);
    }
    return made;
  }

  function loaderOfCommonJs() {
    commonJs ??= binding.commonJs()(binding, builtin, importNow, requireBuiltin);
    return commonJs;
  }

  // https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require; `key` may be that of a facade, see Facades.required
  function importNow(key, parent) {
    if (late.has(key)) throw asyncError(key, parent);
    if (!imported.has(key)) {
      if (binding.waits(key)) throw asyncError(key, parent);
      try {
        binding.deferNow(key);
        if (deferred.has(key)) {
          Reflect.ownKeys(deferred.get(key)); // evaluates it, and throws what it throws
          binding.importNow(key);
        }
      } catch (error) {
        throw explained(realError(error));
      } finally {
        deferred.delete(key);
      }
    }
    if (imported.has(key)) return imported.get(key);
    late.add(key);
    throw asyncError(key, parent);
  }

  // modules that were not there at once when they were required: they wait for something
  const late = new Set();

  function asyncError(key, parent) {
    const error = new Error('require() cannot be used on an ESM graph with top-level await. Use import() instead.'
      + `${parent ? `\n  From ${parent}` : ''}\n  Requiring ${key}`);
    error.code = 'ERR_REQUIRE_ASYNC_MODULE';
    return error;
  }

  // TypeScript and Babel compile `export default` to exports.default of an __esModule
  function commonJsNamespace(exports) {
    return exports?.__esModule && 'default' in exports ? exports : { default: exports };
  }

  // a CommonJS program runs within this call, so that its ticks come before its promises; an ES module's namespace comes as a promise
  function loadMain() {
    const main = binding.main();
    if (binding.mainFormat() === 'COMMONJS') return commonJsNamespace(loaderOfCommonJs().loadMain(main));
    return load(main);
  }

  Object.defineProperty(globalThis, Symbol.for(binding.global), {
    value: Object.freeze({
      module: contextOf,
      builtin,
      namespace,
      commonJs: (file) => loaderOfCommonJs().load(file),
      deferred: (key, value) => deferred.set(key, value),
      imported: (key, value) => imported.set(key, value),
      live: (refresh) => {
        live.push(refresh);
      },
      get Module() {
        return loaderOfCommonJs().Module;
      },
    }),
  });

  // https://nodejs.org/api/module.html#modulesyncbuiltinesmexports: the facades of built-ins read their exports anew
  const live = [];
  binding.keep({
    __proto__: null,
    importFrom,
    sync: () => live.forEach((refresh) => refresh()),
    invalidMain: (file, main) => requireBuiltin('internal/module/failures').warnOfMain(file, main),
  });

  return { loadMain, builtinNames };
});
