// nodejs.org/api/vm.html#class-vmmodule, v22, which --experimental-vm-modules shows: the classes. Missing: the options timeout and breakOnSigint of
// evaluate (they throw); evaluation within the call of evaluate, and namespaces before it, where instantiate linked modules that use await; the
// engine keeps a context's modules as long as the context, and evaluates what follows a module that waits in the program's own realm.
'use strict';

const { codes } = require('internal/errors');
const { emitExperimentalWarning, customInspectSymbol } = require('internal/util');
const { addOwner, contextOf, main } = require('internal/vm/context');
const { cachedData, checkedData } = require('internal/vm/cached_data');
const { dependency, evaluate, instantiate, link, namespaceOf } = require('internal/vm/module_state');
const { MAIN_LOADER, OWNER, contextChecked, decorate, importFor, placed, refuseLimits } = require('internal/vm/script');
const { validateArray, validateBoolean, validateFunction, validateInt32, validateObject, validateString, validateUint32 } =
  require('internal/validators');
const modules = internalBinding('vm_modules');

/** Module to its state: see internal/vm/module_state. */
const states = new WeakMap();
/** Context to how many of its modules have no name of their own. */
const unnamed = new WeakMap();

function stateOf(module, type = 'Module') {
  const state = states.get(module);
  if (state === undefined || (type === 'SourceTextModule' && state.code === undefined) || (type === 'SyntheticModule' && state.code !== undefined)) {
    throw new codes.ERR_INVALID_THIS(type);
  }
  return state;
}

/** What both kinds of module have. */
function begin(module, options) {
  const { identifier, context: object } = options;
  if (identifier !== undefined) validateString(identifier, 'options.identifier');
  if (object !== undefined) contextChecked(object, 'options.context');
  const context = object === undefined ? main : contextOf(object);
  const state = { module, object, context, identifier: identifier ?? nameIn(context), status: 'unlinked', error: undefined };
  states.set(module, state);
  return state;
}

function nameIn(context) {
  const number = unnamed.get(context) ?? 0;
  unnamed.set(context, number + 1);
  return `vm:module(${number})`;
}

class Module {
  constructor() {
    if (new.target === Module) throw new TypeError('Module is not a constructor');
    emitExperimentalWarning('VM Modules');
  }

  get identifier() {
    return stateOf(this).identifier;
  }

  get context() {
    return stateOf(this).object;
  }

  get status() {
    return stateOf(this).status;
  }

  get error() {
    const state = stateOf(this);
    if (state.status !== 'errored') throw new codes.ERR_VM_MODULE_STATUS('must be errored');
    return state.error;
  }

  get namespace() {
    const state = stateOf(this);
    if (state.status === 'unlinked' || state.status === 'linking') throw new codes.ERR_VM_MODULE_STATUS('must not be unlinked or linking');
    return namespaceOf(state);
  }

  async link(linker) {
    const state = stateOf(this);
    validateFunction(linker, 'linker');
    if (state.code === undefined) return; // a synthetic module asks for nothing
    if (state.status === 'linked') throw new codes.ERR_VM_MODULE_ALREADY_LINKED();
    if (state.status !== 'unlinked') throw new codes.ERR_VM_MODULE_STATUS('must be unlinked');
    await link(state, linker, (module) => states.get(module));
  }

  evaluate(options = {}) {
    try {
      const state = stateOf(this);
      validateObject(options, 'options');
      const { timeout, breakOnSigint = false } = options;
      if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
      validateBoolean(breakOnSigint, 'options.breakOnSigint');
      refuseLimits({ timeout, breakOnSigint });
      return evaluate(state);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  [customInspectSymbol](depth, options) {
    const { status, identifier, object } = stateOf(this);
    const { name } = this.constructor;
    if (typeof depth === 'number' && depth < 0) return `[${name}]`;
    const properties = { status, identifier, context: object };
    const shown = Object.create(Object.getPrototypeOf(this));
    for (const key of Object.keys(properties)) Object.defineProperty(shown, key, { __proto__: null, value: properties[key], enumerable: true });
    return require('internal/util/inspect').inspect(shown, { ...options, customInspect: false });
  }
}

class SourceTextModule extends Module {
  constructor(code, options = {}) {
    super();
    validateString(code, 'code');
    validateObject(options, 'options');
    const { lineOffset = 0, columnOffset = 0, initializeImportMeta, importModuleDynamically, cachedData: data } = options;
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (initializeImportMeta !== undefined) validateFunction(initializeImportMeta, 'options.initializeImportMeta');
    if (importModuleDynamically !== undefined && importModuleDynamically !== MAIN_LOADER) {
      validateFunction(importModuleDynamically, 'options.importModuleDynamically');
    }
    if (data !== undefined && !ArrayBuffer.isView(data)) {
      throw new codes.ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], data);
    }
    if (data !== undefined && !checkedData(data, code)) throw new codes.ERR_VM_MODULE_CACHED_DATA_REJECTED();
    const state = begin(this, options);
    state.code = code;
    const text = placed(code, lineOffset, columnOffset);
    checkModule(text, state.identifier);
    state.requests = Array.from(modules.moduleRequests(code), requestOf);
    state.texts = () => textsOf(state, text, initializeImportMeta, importModuleDynamically);
  }

  get moduleRequests() {
    return stateOf(this, 'SourceTextModule').requests;
  }

  get dependencySpecifiers() {
    const state = stateOf(this, 'SourceTextModule');
    return (state.specifiers ??= Object.freeze(state.requests.map(({ specifier }) => specifier)));
  }

  linkRequests(given) {
    const state = stateOf(this, 'SourceTextModule');
    validateArray(given, 'modules');
    if (state.status !== 'unlinked') throw new codes.ERR_VM_MODULE_STATUS('must be unlinked');
    if (given.length !== state.requests.length) throw new codes.ERR_MODULE_LINK_MISMATCH(state.requests.length, given.length);
    state.deps = given.map((module, i) => dependency(state, i, module, (one) => states.get(one)));
  }

  instantiate() {
    instantiate(stateOf(this, 'SourceTextModule'));
  }

  createCachedData() {
    const state = stateOf(this, 'SourceTextModule');
    if (['evaluating', 'evaluated', 'errored'].includes(state.status)) throw new codes.ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA();
    return cachedData(state.code);
  }
}

/** Throws a text's SyntaxError. */
function checkModule(text, identifier) {
  try {
    modules.checkModule(text, identifier);
  } catch (error) {
    decorate(error, identifier, text);
    throw error;
  }
}

function requestOf([specifier, ...words]) {
  const attributes = { __proto__: null };
  for (let i = 0; i < words.length; i += 2) attributes[words[i]] = words[i + 1];
  return Object.freeze({ __proto__: null, specifier, attributes: Object.freeze(attributes) });
}

/** The engine's text, whose import() and import.meta ask `owner`. */
function textsOf(state, text, initializeImportMeta, importModuleDynamically) {
  let meta;
  const number = addOwner({
    import: (specifier, options) => importFor(state.module, state.identifier, importModuleDynamically, specifier, options),
    get meta() {
      if (meta === undefined) {
        meta = { __proto__: null };
        initializeImportMeta?.(meta, state.module);
      }
      return meta;
    },
  });
  return [[state.key, modules.moduleText(text, `${OWNER}(${number})`, state.deps.map(({ key }) => `vm:${key}`))]];
}

class SyntheticModule extends Module {
  constructor(exportNames, evaluateCallback, options = {}) {
    super();
    if (!Array.isArray(exportNames) || exportNames.some((name) => typeof name !== 'string')) {
      throw new codes.ERR_INVALID_ARG_TYPE('exportNames', 'Array of unique strings', exportNames);
    }
    exportNames.forEach((name, i) => {
      if (exportNames.indexOf(name) < i) throw new codes.ERR_INVALID_ARG_VALUE(`exportNames.${name}`, name, 'is duplicated');
    });
    validateFunction(evaluateCallback, 'evaluateCallback');
    validateObject(options, 'options');
    const state = begin(this, options);
    Object.assign(state, { status: 'linked', exportNames: [...exportNames], values: new Map(), requests: [], deps: [] });
    state.texts = () => require('internal/vm/synthetic_module').textsOf(state, evaluateCallback);
  }

  setExport(name, value) {
    const state = stateOf(this, 'SyntheticModule');
    validateString(name, 'name');
    const index = state.exportNames.indexOf(name);
    if (index < 0) throw new ReferenceError(`Export '${name}' is not defined in module`);
    if (state.set === undefined) state.values.set(name, value);
    else state.set(index, value);
  }
}

/** What import() of a module gives, for a script's importModuleDynamically. */
async function importedNamespace(module) {
  const state = states.get(module);
  if (state === undefined) throw new codes.ERR_VM_MODULE_NOT_MODULE();
  await evaluate(state);
  return namespaceOf(state);
}

module.exports = { Module, SourceTextModule, SyntheticModule, namespaceOf: importedNamespace };
