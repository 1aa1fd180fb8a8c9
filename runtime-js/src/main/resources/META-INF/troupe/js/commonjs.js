// Node's CommonJS loader (https://nodejs.org/api/modules.html, https://nodejs.org/api/module.html, v22) above the resolver in Java. Loaded with the
// first CommonJS module of a program. Missing: Module.findSourceMap, registerHooks, enableCompileCache.
(function (binding, builtin, importNow) {
  'use strict';

  const cache = Object.create(null);
  const extensions = Object.create(null);
  const builtinModules = [...binding.builtinModules];

  function Module(id = '', parent) {
    this.id = id;
    this.path = id === '' ? '.' : binding.directory(id);
    this.exports = {};
    this.filename = null;
    this.loaded = false;
    this.children = [];
    Object.defineProperty(this, 'parent', { value: parent, writable: true, configurable: true });
    parent?.children?.push(this);
  }

  function argumentError(name, value) {
    const error = new TypeError(`The "${name}" argument must be of type string. Received ${value === null ? 'null' : typeof value}`);
    error.code = 'ERR_INVALID_ARG_TYPE';
    return error;
  }

  Module.prototype.require = function (id) {
    if (typeof id !== 'string') throw argumentError('id', id);
    return Module._load(id, this, false);
  };

  Module.prototype.load = function (filename) {
    this.filename = filename;
    this.paths = Module._nodeModulePaths(binding.directory(filename));
    const name = filename.slice(filename.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    const handler = (dot > 0 && extensions[name.slice(dot)]) || extensions['.js'];
    handler(this, filename);
    this.loaded = true;
  };

  Module.prototype._compile = function (content, filename) {
    run(this, binding.compileText(`${content}`, filename), filename);
  };

  function run(module, wrapper, filename) {
    Reflect.apply(wrapper, module.exports, [module.exports, requireOf(module), module, filename, binding.directory(filename)]);
  }

  function requireOf(module) {
    const require = (id) => module.require(id);
    require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
    require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
    require.main = Module.main;
    require.extensions = extensions;
    require.cache = cache;
    return require;
  }

  function javaScript(module, filename) {
    if (binding.format(filename) === 'MODULE') {
      const namespace = importNow(filename);
      module.exports = 'module.exports' in namespace ? namespace['module.exports'] : requiredNamespace(namespace);
    } else {
      run(module, binding.compile(filename), filename);
    }
  }

  // a default export that CommonJS callers can see as such
  function requiredNamespace(namespace) {
    if (!('default' in namespace) || '__esModule' in namespace) return namespace;
    const exports = Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } });
    for (const name of Object.keys(namespace)) Object.defineProperty(exports, name, { enumerable: true, get: () => namespace[name] });
    Object.defineProperty(exports, '__esModule', { value: true, enumerable: true });
    return exports;
  }

  for (const extension of ['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.tsx']) extensions[extension] = javaScript;
  extensions['.json'] = (module, filename) => {
    const text = binding.read(filename);
    try {
      module.exports = JSON.parse(text);
    } catch (error) {
      error.message = `${filename}: ${error.message}`;
      throw error;
    }
  };
  extensions['.node'] = (module, filename) => binding.format(filename);

  Module._load = function (request, parent, isMain) {
    const filename = Module._resolveFilename(request, parent, isMain);
    const entry = filename.startsWith('node:') ? undefined : cache[filename];
    if (entry !== undefined) {
      if (parent?.children && !parent.children.includes(entry)) parent.children.push(entry);
      return entry.exports;
    }
    if (Module.isBuiltin(filename)) return builtin(filename);
    const module = new Module(filename, parent);
    if (isMain) {
      Module.main = module;
      module.id = '.';
    }
    cache[filename] = module;
    let loaded = false;
    try {
      module.load(filename);
      loaded = true;
    } finally {
      if (!loaded) delete cache[filename];
    }
    return module.exports;
  };

  Module._resolveFilename = function (request, parent, isMain, options) {
    if (typeof request !== 'string') throw argumentError('request', request);
    if (options?.paths !== undefined) return resolveFrom(request, options.paths);
    const filename = binding.resolveRequire(request, parent?.filename ?? binding.main());
    return filename.startsWith('node:') && !request.startsWith('node:') ? request : filename;
  };

  function resolveFrom(request, paths) {
    let last;
    for (const path of paths) {
      try {
        return binding.resolveRequire(request, `${path}/_`);
      } catch (error) {
        last = error;
      }
    }
    throw last ?? Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND', requireStack: [] });
  }

  Module._resolveLookupPaths = function (request, parent) {
    if (Module.isBuiltin(request)) return null;
    if (/^\.\.?(?:\/|$)/.test(request)) return [binding.directory(parent?.filename ?? binding.main())];
    return Module._nodeModulePaths(binding.directory(parent?.filename ?? binding.main()));
  };

  Module._nodeModulePaths = (from) => [...binding.nodeModules(`${from}`)];
  Module._cache = cache;
  Module._extensions = extensions;
  Module._pathCache = Object.create(null);
  Module._initPaths = () => {};
  Module.globalPaths = [];
  Module.Module = Module;
  Module.builtinModules = builtinModules;
  Module.isBuiltin = (name) => typeof name === 'string' && binding.isBuiltin(name);
  Module.wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
  Module.wrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];
  Module.main = undefined;

  Module.createRequire = function (filename) {
    let path = filename instanceof URL ? filename.href : filename;
    if (typeof path !== 'string' || !(path.startsWith('/') || path.startsWith('file:') || /^[A-Za-z]:[\\/]/.test(path))) {
      const error = new TypeError(`The argument 'filename' must be a file URL object, file URL string, or absolute path string. Received ${String(filename)}`);
      error.code = 'ERR_INVALID_ARG_VALUE';
      throw error;
    }
    if (path.startsWith('file:')) path = decodeURIComponent(path.slice(path.startsWith('file:///') ? 7 : 5));
    const module = new Module(path);
    module.filename = path;
    module.paths = Module._nodeModulePaths(binding.directory(path));
    return requireOf(module);
  };

  return {
    Module,
    loadMain: (file) => Module._load(file, undefined, true),
    load: (file) => Module._load(file, undefined, false),
  };
});
