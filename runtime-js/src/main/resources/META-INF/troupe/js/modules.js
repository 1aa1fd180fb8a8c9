// The modules of one program, above RealmModules: every import of an ES module goes through here, so that a module that cannot be had shows as
// Node's own error. What programs' texts may reach is behind one symbol on globalThis and offers nothing that `require` and `import` do not.
(function (binding, requireBuiltin) {
  'use strict';

  const { failure: FAILURE } = binding;
  /** Dynamic imports that are remembered; a program that asks for more is asked to resolve again. */
  const MOST_RESOLUTIONS = 4096;
  const resolutions = new Map();
  const contexts = new Map();
  const { defineProperty } = Object;
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
      throw explained(realError(error), key);
    });
  }

  // https://nodejs.org/api/esm.html#no-require-exports-or-moduleexports
  function explained(error, key) {
    if (!(error instanceof ReferenceError)) return error;
    const missing = /^(module|exports|require|__filename|__dirname) is not defined$/.exec(error.message);
    if (missing !== null) {
      error.message += ` in ES module scope${missing[1] === 'require' ? ', you can use import instead' : ''}${treatedAsModule(key)}`;
    }
    return error;
  }

  /** Why a file that may be CommonJS is none. */
  function treatedAsModule(key) {
    if (!/^[^?#]*\.js(?:[?#]|$)/.test(key) || key.startsWith('data-url:')) return '';
    const json = requireBuiltin('internal/module/package_json').nearest(binding.fileOf(key));
    return json === undefined ? '' : '\nThis file is being treated as an ES module because it has a \'.js\' file extension and '
      + `'${json}' contains "type": "module". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.`;
  }

  async function importFrom(file, specifier, options) {
    const text = `${specifier}`;
    const channel = requireBuiltin.loaded('diagnostics_channel') && requireBuiltin('internal/module/tracing').traced('module.import');
    if (channel === undefined) return importText(file, text, options);
    const context = { __proto__: null, parentURL: binding.fileUrl(file), url: text };
    return channel.tracePromise(importText, context, undefined, file, text, options);
  }

  async function importText(file, text, options) {
    const given = attributes(options);
    const hooks = activeHooks();
    if (hooks === undefined) return load(resolveOnce(text, file, given.type ?? ''), given.type === undefined ? options : undefined);
    const key = hooks.prepare(text, file, given);
    return load(typeof key === 'string' ? key : await key); // at once if it can be: the hooks may be gone in a moment
  }

  /** As the specification has it, the same request leads to the same module (ECMA-262 §16.2.1.10), even if files come and go. */
  function resolveOnce(text, file, type) {
    const request = `${file}\0${type}\0${text}`;
    let key = resolutions.get(request);
    if (key === undefined) {
      key = binding.resolveImport(text, file, type);
      if (resolutions.size < MOST_RESOLUTIONS) resolutions.set(request, key);
    }
    return key;
  }

  /** The program's own hooks, if there are any: https://nodejs.org/api/module.html#customization-hooks */
  function activeHooks() {
    const hooks = requireBuiltin.loaded('internal/module/hooks');
    return hooks?.state?.active ? hooks : undefined;
  }

  // https://nodejs.org/api/esm.html#import-attributes
  function attributes(options) {
    const given = options?.with;
    const values = { __proto__: null };
    if (given === undefined || given === null || typeof given !== 'object') return values;
    for (const key of Object.keys(given)) {
      if (key !== 'type') throw new (requireBuiltin('internal/errors').codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED)(key, given[key]);
      values.type = `${given.type}`;
    }
    return values;
  }

  // https://nodejs.org/api/esm.html#importmeta
  function contextOf(key) {
    let context = contexts.get(key);
    if (context === undefined) {
      context = Object.freeze({ meta: metaOf(key), import: (specifier, options) => importFrom(key, specifier, options) });
      contexts.set(key, context);
    }
    return context;
  }

  function metaOf(key) {
    const meta = Object.create(null);
    const url = binding.fileUrl(key);
    if (url.startsWith('file:')) {
      const file = binding.fileOf(key);
      meta.dirname = binding.directory(file);
      meta.filename = file;
    }
    meta.main = key === mainKey;
    meta.resolve = (specifier) => {
      const hooks = activeHooks();
      if (hooks !== undefined) return hooks.resolveNow(`${specifier}`, key);
      const target = binding.resolveUnder(true, `${specifier}`, key, binding.conditions(true));
      return target.startsWith('node:') ? target : binding.fileUrl(target);
    };
    meta.url = url;
    return meta;
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

  /** JSON files that have been imported: require() gives the same object. */
  const jsonFiles = new Map();

  function importedJson(key, text) {
    const url = binding.fileUrl(key);
    const file = url.startsWith('file:') && !/[?#]/.test(url) ? binding.filePath(url) : undefined;
    const required = file === undefined ? undefined : commonJs?.loaded(file);
    if (required !== undefined) return required.exports;
    let value;
    try {
      value = JSON.parse(text);
    } catch (error) {
      error.message = `${url}: ${error.message}`;
      throw error;
    }
    if (file !== undefined) jsonFiles.set(file, value);
    return value;
  }

  function loaderOfCommonJs() {
    commonJs ??= binding.commonJs()(binding, builtin, importNow, requireBuiltin, activeHooks, jsonFiles);
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
        throw explained(realError(error), key);
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

  let mainKey;

  // a CommonJS program runs within this call, so that its ticks come before its promises; an ES module's namespace comes as a promise
  function loadMain() {
    return binding.hasFlags ? requireBuiltin('internal/process/start').start(runMain, () => loaderOfCommonJs().Module) : runMain();
  }

  function runMain() {
    const main = binding.main();
    const format = binding.mainFormat();
    mainKey = main;
    const hooks = activeHooks();
    if (format === 'COMMONJS' && !hooks?.state.waiting) return commonJsNamespace(loaderOfCommonJs().loadMain(main));
    return hooks === undefined ? load(main) : loadHookedMain(hooks, main);
  }

  async function loadHookedMain(hooks, main) {
    const key = hooks.prepare(binding.fileUrl(main), main, { __proto__: null }, null);
    return load(typeof key === 'string' ? key : await key);
  }

  Object.defineProperty(globalThis, Symbol.for(binding.global), {
    value: Object.freeze({
      module: contextOf,
      builtin,
      namespace,
      json: importedJson,
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
    importNow,
    define(target, name, value) {
      defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
    },
    sync: () => live.forEach((refresh) => refresh()),
    invalidMain: (file, main) => requireBuiltin('internal/module/failures').warnOfMain(file, main),
  });

  return { loadMain, builtinNames };
});
