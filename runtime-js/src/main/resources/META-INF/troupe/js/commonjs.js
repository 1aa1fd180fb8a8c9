// Node's CommonJS loader (https://nodejs.org/api/modules.html, https://nodejs.org/api/module.html, v22) above the resolver in Java. Loaded with the
// first CommonJS module of a program. What of node:module only some programs call is added by that built-in. Missing: register, registerHooks,
// symbolic links that are kept (--preserve-symlinks).
(function (binding, builtin, importNow, internal) {
  'use strict';

  const cache = Object.create(null);
  const extensions = Object.create(null);
  const builtinModules = Array.from(binding.builtinModules);
  const parents = new WeakMap();
  const { ownKeys } = Reflect;

  function Module(id = '', parent) {
    this.id = id;
    this.path = id === '' ? '.' : binding.directory(id);
    define(this, 'exports', {});
    parents.set(this, parent);
    this.filename = null;
    this.loaded = false;
    this.children = [];
    parent?.children?.push(this);
  }

  /** A plain property, even if somebody put a setter of that name on Object.prototype. */
  function define(target, name, value) {
    Object.defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  }

  // https://nodejs.org/api/modules.html#moduleparent; internal/module replaces it where its use is to be warned of
  Object.defineProperty(Module.prototype, 'parent', {
    __proto__: null,
    configurable: true,
    get() {
      return parents.get(this);
    },
    set(value) {
      parents.set(this, value);
    },
  });

  const codes = () => internal('internal/errors').codes;

  Module.prototype.require = function (id) {
    if (typeof id !== 'string') throw new (codes().ERR_INVALID_ARG_TYPE)('id', 'string', id);
    if (id === '') throw new (codes().ERR_INVALID_ARG_VALUE)('id', id, 'must be a non-empty string');
    const tracing = internal.loaded('diagnostics_channel');
    if (tracing === undefined) return Module._load(id, this, false);
    const channel = tracing.tracingChannel('module.require');
    return channel.traceSync(Module._load, { __proto__: null, parentFilename: this.filename, id }, Module, id, this, false);
  };

  Module.prototype.load = function (filename) {
    this.filename = filename;
    this.paths = Module._nodeModulePaths(binding.directory(filename));
    const handler = extensions[extensionOf(filename)];
    handler(this, filename);
    this.loaded = true;
  };

  /** The longest registered extension of a file's name; '.js' if there is none. */
  function extensionOf(filename) {
    const name = filename.slice(filename.lastIndexOf('/') + 1);
    for (let dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (extensions[name.slice(dot)]) return name.slice(dot);
    }
    return '.js';
  }

  Module.prototype._compile = function (content, filename) {
    return run(this, wrapped ? wrappedText(`${content}`, filename) : binding.compileText(`${content}`, filename), filename);
  };

  // a program that replaces Module.wrap or Module.wrapper means its own text: Node evaluates it then
  let wrapped = false;

  function wrappedText(content, filename) {
    const text = Module.wrap(content.startsWith('#!') ? `//${content.slice(2)}` : content);
    return internal('vm').runInThisContext(text, { filename, displayErrors: false });
  }

  function run(module, wrapper, filename) {
    return Reflect.apply(wrapper, module.exports, [module.exports, requireOf(module), module, filename, binding.directory(filename)]);
  }

  function requireOf(module) {
    const require = { require(id) {
      return module.require(id);
    } }.require;
    require.resolve = { resolve(request, options) {
      if (typeof request !== 'string') throw new (codes().ERR_INVALID_ARG_TYPE)('request', 'string', request);
      return Module._resolveFilename(request, module, false, options);
    } }.resolve;
    require.resolve.paths = { paths(request) {
      if (typeof request !== 'string') throw new (codes().ERR_INVALID_ARG_TYPE)('request', 'string', request);
      return Module._resolveLookupPaths(request, module);
    } }.paths;
    define(require, 'main', Module.main);
    require.extensions = extensions;
    require.cache = Module._cache;
    return require;
  }

  function javaScript(module, filename) {
    if (binding.format(filename) === 'MODULE') {
      if (binding.refusesModules) throw new (codes().ERR_REQUIRE_ESM)(filename, parents.get(module)?.filename);
      const namespace = importNow(filename, parents.get(module)?.filename);
      module.exports = 'module.exports' in namespace ? namespace['module.exports'] : requiredNamespace(namespace, filename);
    } else {
      run(module, wrapped ? wrappedText(binding.read(filename), filename) : binding.compile(filename), filename);
    }
  }

  // a default export that CommonJS callers can see as such: a namespace that has __esModule, too
  function requiredNamespace(namespace, filename) {
    return !('default' in namespace) || '__esModule' in namespace ? namespace : importNow(`required:${filename}`);
  }

  extensions['.js'] = javaScript;
  extensions['.json'] = (module, filename) => {
    const text = binding.read(filename);
    try {
      define(module, 'exports', JSON.parse(text.charCodeAt(0) === 0xFEFF ? text.slice(1) : text));
    } catch (error) {
      error.message = `${filename}: ${error.message}`;
      throw error;
    }
  };
  extensions['.node'] = (module, filename) => binding.format(filename);
  for (const extension of ['.ts', '.cts', '.mts', '.tsx']) extensions[extension] = javaScript;

  Module._load = function (request, parent, isMain) {
    if (typeof request === 'string' && request.startsWith('node:') && !binding.isBuiltin(request)) {
      throw new (codes().ERR_UNKNOWN_BUILTIN_MODULE)(request);
    }
    const filename = Module._resolveFilename(request, parent, isMain);
    const entry = filename.startsWith('node:') ? undefined : Module._cache[filename];
    if (entry !== undefined) {
      if (parent?.children && !parent.children.includes(entry)) parent.children.push(entry);
      return entry.loaded ? entry.exports : circular(entry);
    }
    if (Module.isBuiltin(filename)) return builtin(filename);
    const module = new Module(filename, parent);
    if (isMain) {
      Module.main = module;
      module.id = '.';
      parents.set(module, null);
    }
    Module._cache[filename] = module;
    let loaded = false;
    try {
      module.load(filename);
      loaded = true;
    } finally {
      if (!loaded) delete Module._cache[filename];
      else if (warned.delete(module.exports)) Object.setPrototypeOf(module.exports, Object.prototype);
    }
    return module.exports;
  };

  // https://nodejs.org/api/modules.html#cycles: what is not there yet is warned of
  const warned = new Set();
  let watcher;

  function circular({ exports }) {
    try {
      if (exports === null || typeof exports !== 'object' || Object.getPrototypeOf(exports) !== Object.prototype) return exports;
      if ('__esModule' in exports) return exports;
    } catch {
      return exports; // a proxy with a mind of its own
    }
    watcher ??= new Proxy({}, {
      __proto__: null,
      get(target, name) {
        if (name in target || name === '__esModule') return target[name];
        warnOfCycle(name);
        return undefined;
      },
      getOwnPropertyDescriptor(target, name) {
        if (!Object.hasOwn(target, name) && name !== '__esModule') warnOfCycle(name);
        return Object.getOwnPropertyDescriptor(target, name);
      },
    });
    warned.add(exports);
    return Object.setPrototypeOf(exports, watcher);
  }

  function warnOfCycle(name) {
    builtin('process').emitWarning(`Accessing non-existent property '${String(name)}' of module exports inside circular dependency`);
  }

  let knownExtensions;

  /** Extensions that the program registered are tried, too. */
  function tellExtensions() {
    const now = ownKeys(extensions).join();
    if (now === knownExtensions) return;
    if (knownExtensions !== undefined || now !== standardExtensions) binding.extensions(ownKeys(extensions));
    knownExtensions = now;
  }
  const standardExtensions = ownKeys(extensions).join();

  Module._resolveFilename = function (request, parent, isMain, options) {
    if (typeof request !== 'string') throw new (codes().ERR_INVALID_ARG_TYPE)('request', 'string', request);
    tellExtensions();
    try {
      if (options !== null && typeof options === 'object' && options.paths !== undefined) return resolveFrom(request, options.paths);
      if (request.includes('\0')) throw Object.assign(new Error(), { code: 'MODULE_NOT_FOUND' });
      const filename = resolveNear(request, parent);
      return filename.startsWith('node:') && !request.startsWith('node:') ? request : filename;
    } catch (error) {
      throw (error?.code === 'MODULE_NOT_FOUND' && !error.path) || error?.code === 'ERR_UNKNOWN_BUILTIN_MODULE' ? notFound(request, parent) : error;
    }
  };

  /** From the parent's place; then from what the program added to module.paths, and from the global folders. */
  function resolveNear(request, parent) {
    try {
      return binding.resolveRequire(request, parent?.filename ?? binding.main());
    } catch (error) {
      if (error?.code !== 'MODULE_NOT_FOUND' || isRelative(request) || request.startsWith('/')) throw error;
      const usual = parent?.filename ? Module._nodeModulePaths(binding.directory(parent.filename)) : [];
      const more = [...(parent?.paths ?? []).filter((path) => !usual.includes(path)), ...Module.globalPaths];
      for (const path of more) {
        try {
          return binding.resolveRequire(`./${request}`, `${path}/_`);
        } catch (another) {
          if (another?.code !== 'MODULE_NOT_FOUND') throw another;
        }
      }
      throw error;
    }
  }

  // https://nodejs.org/api/errors.html#module_not_found
  function notFound(request, parent) {
    const requireStack = [];
    for (let at = parent; at; at = parents.get(at)) requireStack.push(at.filename || at.id);
    let message = `Cannot find module '${request}'`;
    if (requireStack.length > 0) message += `\nRequire stack:\n- ${requireStack.join('\n- ')}`;
    return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', requireStack });
  }

  function resolveFrom(request, paths) {
    if (!Array.isArray(paths)) throw new (codes().ERR_INVALID_ARG_VALUE)('options.paths', paths);
    let last = Object.assign(new Error(), { code: 'MODULE_NOT_FOUND' });
    for (const path of paths) {
      if (typeof path !== 'string') throw new (codes().ERR_INVALID_ARG_TYPE)('path', 'string', path);
      try {
        return binding.resolveRequire(request, `${builtin('path').resolve(path)}/_`);
      } catch (error) {
        last = error;
      }
    }
    throw last;
  }

  const isRelative = (request) => request === '.' || request === '..' || request.startsWith('./') || request.startsWith('../');

  Module._resolveLookupPaths = function (request, parent) {
    if (binding.isBuiltin(request)) return null;
    if (isRelative(request)) return [parent?.filename ? binding.directory(parent.filename) : '.'];
    return [...(parent?.paths ?? []), ...Module.globalPaths];
  };

  Module._nodeModulePaths = (from) => Array.from(binding.nodeModules(`${from}`));
  Module._cache = cache;
  Module._extensions = extensions;
  Module._pathCache = Object.create(null);
  Module.globalPaths = [];
  Module._preloadModules = () => {};

  // https://nodejs.org/api/modules.html#loading-from-the-global-folders; those of the machine's user are not the actor's
  Module._initPaths = () => {
    const { NODE_PATH } = builtin('process').env;
    Module.globalPaths.splice(0, Infinity, ...(NODE_PATH ? NODE_PATH.split(':').filter((path) => path !== '') : []));
  };
  if (binding.nodePath()) Module._initPaths();

  Module._findPath = function (request, paths) {
    const places = request.startsWith('/') ? [''] : paths ?? [];
    for (const path of places) {
      try {
        return binding.resolveRequire(request.startsWith('/') ? request : `./${request}`, `${path}/_`);
      } catch {
        // the next one may have it
      }
    }
    return false;
  };

  Module._stat = (path) => binding.stat(`${path}`);
  Module.runMain = (main = builtin('process').argv[1]) => Module._load(main, null, true);
  Module.Module = Module;
  Module.builtinModules = builtinModules;
  Module.isBuiltin = (name) => typeof name === 'string' && binding.isBuiltin(name);
  const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
  let wrap = (script) => wrapper[0] + script + wrapper[1];
  const patched = () => {
    wrapped = true;
  };
  const watched = new Proxy(wrapper, {
    __proto__: null,
    set: (target, name, value) => Reflect.set(target, name, value) && (patched(), true),
    defineProperty: (target, name, descriptor) => Reflect.defineProperty(target, name, descriptor) && (patched(), true),
  });
  Object.defineProperty(Module, 'wrapper', {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: () => watched,
    set(value) {
      patched();
      wrap = (script) => value[0] + script + value[1];
    },
  });
  Object.defineProperty(Module, 'wrap', {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: () => wrap,
    set(value) {
      patched();
      wrap = value;
    },
  });
  Module.main = undefined;

  Module.createRequire = function createRequire(filename) {
    const path = fileOf(filename);
    if (path === undefined) {
      throw new (codes().ERR_INVALID_ARG_VALUE)('filename', filename,
        'must be a file URL object, file URL string, or absolute path string');
    }
    const module = new Module(path);
    module.filename = path;
    module.paths = Module._nodeModulePaths(path.endsWith('/') ? path.slice(0, -1) : binding.directory(path));
    if (path.endsWith('/')) module.filename = `${path}noop.js`;
    return requireOf(module);
  };

  function fileOf(filename) {
    const { fileURLToPath, URL } = builtin('url');
    if (filename instanceof URL || (typeof filename === 'string' && filename.startsWith('file:'))) {
      return filename.protocol === undefined || filename.protocol === 'file:' ? fileURLToPath(filename) : undefined;
    }
    return typeof filename === 'string' && (filename.startsWith('/') || /^[A-Za-z]:[\\/]/.test(filename)) ? filename : undefined;
  }

  if (binding.pendingDeprecation) internal('internal/module/api').deprecateParent(Module.prototype);

  return {
    Module,
    loadMain: (file) => Module._load(file, undefined, true),
    load: (file) => Module._load(file, undefined, false),
  };
});
