// Node's CommonJS loader (https://nodejs.org/api/modules.html, https://nodejs.org/api/module.html, v22) above the resolver in Java. Loaded with the
// first CommonJS module of a program. What of node:module only some programs call is added by that built-in. Missing: symbolic links that are kept
// (--preserve-symlinks).
(function (binding, builtin, importNow, internal, activeHooks, jsonFiles) {
  'use strict';

  const cache = Object.create(null);
  const extensions = Object.create(null);
  const builtinModules = Array.from(binding.builtinModules);
  const parents = new WeakMap();
  /** What the program's hooks said of a module: its URL, its format, its text. */
  const hooked = new WeakMap();
  /** What modules exported when they had been loaded: that is what import gives. */
  const snapshots = new WeakMap();
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
    const channel = internal.loaded('diagnostics_channel') && internal('internal/module/tracing').traced('module.require');
    if (channel === undefined) return Module._load(id, this, false);
    return channel.traceSync(Module._load, { __proto__: null, parentFilename: this.filename, id }, Module, id, this, false);
  };

  Module.prototype.load = function (filename) {
    this.filename = filename;
    this.paths = Module._nodeModulePaths(binding.directory(filename));
    const handler = extensions[extensionOf(filename)];
    handler(this, filename);
    this.loaded = true;
    snapshots.set(this, this.exports);
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
    return run(this, compiled(filename, `${content}`), filename);
  };

  // a program that replaces Module.wrap or Module.wrapper means its own text: Node evaluates it then
  let wrapped = false;
  const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];

  /** The module's function; its text is `content` or the file's. */
  function compiled(filename, content) {
    try {
      if (wrapped) return internal('internal/module/wrapper').compile(Module.wrap, content ?? binding.read(filename), filename);
      return content === undefined ? binding.compile(filename) : binding.compileText(content, filename);
    } catch (error) {
      throw error instanceof SyntaxError ? internal('internal/module/failures').withoutWrapper(error, wrapper[0]) : error;
    }
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
    const given = textFromHooks(module);
    if (given !== undefined) {
      runGiven(given, module, filename);
    } else if (binding.format(filename) === 'MODULE') {
      if (binding.refusesModules) throw new (codes().ERR_REQUIRE_ESM)(filename, parents.get(module)?.filename);
      module.exports = required(filename, module);
    } else {
      run(module, compiled(filename), filename);
    }
  }

  /** What requiring the ES module `key` gives; a default export is one that CommonJS can see as such: the namespace has __esModule, too. */
  function required(key, module) {
    const namespace = importNow(key, parents.get(module)?.filename);
    if ('module.exports' in namespace) return namespace['module.exports'];
    return !('default' in namespace) || '__esModule' in namespace ? namespace : importNow(`required:${key}`);
  }

  /** { format, source } where hooks have a say in it: https://nodejs.org/api/module.html#customization-hooks */
  function textFromHooks(module) {
    const found = hooked.get(module);
    if (found?.source !== undefined) return found.source === null ? undefined : { format: 'commonjs', source: found.source };
    return activeHooks()?.loadRequired(urlOf(module), found?.format);
  }

  function urlOf(module) {
    return hooked.get(module)?.url ?? (module?.filename ? binding.fileUrl(module.filename) : undefined);
  }

  function runGiven({ format, source }, module, filename) {
    if (format === 'json') {
      parseJson(module, filename, source);
    } else if (format === 'module') {
      const key = binding.hookedKey(urlOf(module), false);
      internal('internal/module/hooks').offer(key, urlOf(module), source);
      module.exports = required(key, module);
    } else {
      run(module, compiled(filename, source), filename);
    }
  }

  extensions['.js'] = javaScript;
  extensions['.json'] = (module, filename) => {
    const given = textFromHooks(module);
    if (given === undefined) parseJson(module, filename, binding.read(filename));
    else runGiven(given.format === 'commonjs' ? { ...given, format: 'json' } : given, module, filename);
  };

  function parseJson(module, filename, text) {
    if (jsonFiles.has(filename)) {
      define(module, 'exports', jsonFiles.get(filename));
      return;
    }
    try {
      define(module, 'exports', JSON.parse(text.charCodeAt(0) === 0xFEFF ? text.slice(1) : text));
    } catch (error) {
      error.message = `${filename}: ${error.message}`;
      throw error;
    }
  }

  extensions['.node'] = (module, filename) => binding.format(filename);
  for (const extension of ['.ts', '.cts', '.mts', '.tsx']) extensions[extension] = javaScript;

  Module._load = function (request, parent, isMain) {
    const hooks = activeHooks();
    if (hooks !== undefined && typeof request === 'string') return loadHooked(hooks, request, parent, isMain);
    if (typeof request === 'string' && request.startsWith('node:') && !binding.isBuiltin(request)) {
      throw new (codes().ERR_UNKNOWN_BUILTIN_MODULE)(request);
    }
    return loadFile(Module._resolveFilename(request, parent, isMain), undefined, parent, isMain);
  };

  function loadHooked(hooks, request, parent, isMain) {
    const found = hooks.resolveRequired(request, urlOf(parent), (text, chosen) => {
      conditions = chosen;
      try {
        return Module._resolveFilename(text, parent, isMain);
      } finally {
        conditions = undefined;
      }
    });
    if (!found.url.startsWith('node:')) return loadFile(found.filename, found, parent, isMain);
    if (!binding.isBuiltin(found.url)) throw new (codes().ERR_UNKNOWN_BUILTIN_MODULE)(found.url);
    hooks.loadRequired(found.url, 'builtin');
    return builtin(found.url);
  }

  /** The exports of the module in `filename`; `found` is what hooks said of it. */
  function loadFile(filename, found, parent, isMain) {
    const entry = filename.startsWith('node:') ? undefined : Module._cache[filename];
    if (entry !== undefined) {
      if (parent?.children && !parent.children.includes(entry)) parent.children.push(entry);
      return entry.loaded ? entry.exports : internal('internal/module/cycle').unfinished(entry.exports);
    }
    if (Module.isBuiltin(filename)) return builtin(filename);
    const module = new Module(filename, parent);
    if (found !== undefined) hooked.set(module, found);
    if (isMain) {
      Module.main = module;
      internal.main = module; // process.mainModule, whether process has been made or will be
      const made = internal.loaded('internal/process/object');
      if (made !== undefined) made.process.mainModule = module;
      module.id = '.';
      parents.set(module, null);
    }
    Module._cache[filename] = module;
    let loaded = false;
    try {
      module.load(filename);
      loaded = true;
    } finally {
      if (!loaded) abandon(filename, module, parent);
      else internal.loaded('internal/module/cycle')?.finished(module.exports);
    }
    return module.exports;
  }

  /** What threw is nobody's child, and is tried anew. */
  function abandon(filename, module, parent) {
    delete Module._cache[filename];
    const index = parent?.children?.indexOf(module) ?? -1;
    if (index >= 0) parent.children.splice(index, 1);
  }

  /** Those that a hook chose for the resolution that is running. */
  let conditions;

  function resolveRequire(request, from) {
    return conditions === undefined ? binding.resolveRequire(request, from) : binding.resolveUnder(false, request, from, conditions);
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
      if (error?.code === 'MODULE_NOT_FOUND' && error.path) error.requestPath = request;
      throw (error?.code === 'MODULE_NOT_FOUND' && !error.path) || error?.code === 'ERR_UNKNOWN_BUILTIN_MODULE' ? internal('internal/module/failures').notFound(request, parent, parents) : error;
    }
  };

  /** From the parent's place; then from what the program added to module.paths, and from the global folders. */
  function resolveNear(request, parent) {
    try {
      return resolveRequire(request, parent?.filename ?? binding.main());
    } catch (error) {
      if (error?.code !== 'MODULE_NOT_FOUND' || error.path || isRelative(request) || request.startsWith('/')) throw error;
      const usual = parent?.filename ? Module._nodeModulePaths(binding.directory(parent.filename)) : [];
      const more = [...(parent?.paths ?? []).filter((path) => !usual.includes(path)), ...Module.globalPaths];
      for (const path of more) {
        try {
          return resolveRequire(`./${request}`, `${path}/_`);
        } catch (another) {
          if (another?.code !== 'MODULE_NOT_FOUND') throw another;
        }
      }
      throw error;
    }
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
  let wrap = (script) => wrapper[0] + script + wrapper[1];
  for (const name of ['wrap', 'wrapper']) {
    const wrapping = () => internal('internal/module/wrapper').of(wrapper, () => (wrapped = true));
    Object.defineProperty(Module, name, {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get: () => (name === 'wrap' ? wrap : wrapping()),
      set(value) {
        wrapped = true;
        wrap = name === 'wrap' ? value : (script) => value[0] + script + value[1];
      },
    });
  }
  Module.main = undefined;

  Module.createRequire = function createRequire(filename) {
    const path = internal('internal/module/create_require').fileOf(filename);
    const module = new Module(path);
    module.filename = path;
    if (`${filename}`.startsWith('file:')) hooked.set(module, { url: `${filename}`, source: null });
    module.paths = Module._nodeModulePaths(path.endsWith('/') ? path.slice(0, -1) : binding.directory(path));
    if (path.endsWith('/')) module.filename = `${path}noop.js`;
    return requireOf(module);
  };

  if (binding.pendingDeprecation) internal('internal/module/api').deprecateParent(Module.prototype);

  return {
    Module,
    loadMain: (file) => Module._load(file, undefined, true),
    loaded: (file) => (Module._cache[file]?.loaded ? Module._cache[file] : undefined),
    load(key) {
      const found = internal.loaded('internal/module/hooks')?.takeCommonJs(key);
      if (found === undefined) {
        const entry = Module._cache[key];
        return entry?.loaded && snapshots.has(entry) ? snapshots.get(entry) : Module._load(key, undefined, false);
      }
      return loadFile(found.filename, found, undefined, found.filename === binding.main() && Module.main === undefined);
    },
  };
});
