// nodejs.org/api/module.html, v22: the functions of node:module beside the CommonJS loader itself. The compile cache is the engine's own and always
// there, so Node's is disabled, as with NODE_DISABLE_COMPILE_CACHE.
'use strict';

const { codes } = require('internal/errors');
const { addMissing } = require('internal/not_implemented');
const { validateBoolean, validateObject, validateOneOf, validateString } = require('internal/validators');
const modules = internalBinding('modules');

const compileCacheStatus = Object.freeze({ __proto__: null, FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 });

const functions = {
  syncBuiltinESMExports() {
    require('internal/modules').syncBuiltinESMExports();
  },

  register(specifier, parentURL, options) {
    require('internal/module/hooks/registered').register(specifier, parentURL, options);
  },

  registerHooks(hooks) {
    return require('internal/module/hooks').registerHooks(hooks);
  },

  findPackageJSON(specifier, base) {
    return require('internal/module/package_json').findPackageJSON(specifier, base);
  },

  stripTypeScriptTypes(code, options = {}) {
    validateString(code, 'code');
    validateObject(options, 'options');
    const { mode = 'strip', sourceUrl, sourceMap = false } = options;
    validateOneOf(mode, 'options.mode', ['strip', 'transform']);
    if (sourceUrl !== undefined) validateString(sourceUrl, 'options.sourceUrl');
    validateBoolean(sourceMap, 'options.sourceMap');
    if (sourceMap && mode === 'strip') throw new codes.ERR_INVALID_ARG_VALUE('options.sourceMap', sourceMap, 'must be one of: false, undefined');
    if (sourceMap) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('module.stripTypeScriptTypes() with a source map');
    const text = modules.javaScript(code, sourceUrl ?? 'anonymous.ts');
    return sourceUrl === undefined ? text : `${text}\n\n//# sourceURL=${sourceUrl}`;
  },

  enableCompileCache: () => ({ status: compileCacheStatus.DISABLED, message: 'The engine keeps compiled code itself' }),
  getCompileCacheDir: () => undefined,
  flushCompileCache: () => undefined,

  findSourceMap(path) {
    validateString(path, 'path');
    return undefined;
  },

  setSourceMapsSupport(enabled, options = {}) {
    validateBoolean(enabled, 'enabled');
    validateObject(options, 'options');
    const { nodeModules = false, generatedCode = false } = options;
    validateBoolean(nodeModules, 'options.nodeModules');
    validateBoolean(generatedCode, 'options.generatedCode');
    if (enabled) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('module.setSourceMapsSupport()');
  },

  getSourceMapsSupport: () => Object.freeze({ __proto__: null, enabled: false, nodeModules: false, generatedCode: false }),
};

function extend(Module) {
  for (const [name, value] of Object.entries(functions)) Module[name] = value;
  Module.constants = Object.freeze({ __proto__: null, compileCacheStatus });
  addMissing(Module, 'module', 'SourceMap');
}

/** DEP0144 */
function deprecateParent(prototype) {
  const { get, set } = Object.getOwnPropertyDescriptor(prototype, 'parent');
  const { deprecate } = require('internal/util');
  const text = 'module.parent is deprecated due to accuracy issues. Please use require.main to find program entry point instead.';
  Object.defineProperty(prototype, 'parent', {
    __proto__: null, configurable: true, get: deprecate(get, text, 'DEP0144'), set: deprecate(set, text, 'DEP0144'),
  });
}

module.exports = { deprecateParent, extend };
