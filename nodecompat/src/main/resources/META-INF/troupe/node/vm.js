// nodejs.org/api/vm.html, v22, over inner realms of the actor's isolate; as in Node no boundary against hostile code, which the actor itself is.
// Missing: timeout and breakOnSigint, microtaskMode: afterEvaluate (they throw): the engine interrupts all that runs in an actor, not one script of
// it, and has one queue of microtasks.
'use strict';

const { codes } = require('internal/errors');
const { contextify, contextOf, isContext: hasContext } = require('internal/vm/context');
const { MAIN_LOADER, check, contextChecked, main, placed, refuseLimits, run, textOf } = require('internal/vm/script');
const { cachedData, checkedData } = require('internal/vm/cached_data');
const { option } = require('internal/options');
const { validateArray, validateBoolean, validateFunction, validateInt32, validateObject, validateOneOf, validateString,
  validateUint32 } = require('internal/validators');

function scriptOptions(options) {
  if (typeof options === 'string') options = { filename: options };
  else validateObject(options, 'options');
  const { filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0, cachedData: data, produceCachedData = false,
    importModuleDynamically } = options;
  validateString(filename, 'options.filename');
  validateInt32(lineOffset, 'options.lineOffset');
  validateInt32(columnOffset, 'options.columnOffset');
  if (data !== undefined && !ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], data);
  }
  validateBoolean(produceCachedData, 'options.produceCachedData');
  importerChecked(importModuleDynamically, 'options.importModuleDynamically');
  return { filename, lineOffset, columnOffset, data, produceCachedData, importModuleDynamically };
}

function importerChecked(callback, name) {
  if (callback !== undefined && callback !== MAIN_LOADER) validateFunction(callback, name);
}

function runOptions(options = {}) {
  validateObject(options, 'options');
  const { displayErrors = true, breakOnSigint = false, timeout } = options;
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  refuseLimits({ timeout, breakOnSigint });
  return displayErrors;
}

class Script {
  #text;
  #filename;
  #offset;

  constructor(code, options = {}) {
    code = `${code}`;
    const { filename, lineOffset, columnOffset, data, produceCachedData, importModuleDynamically } = scriptOptions(options);
    const weak = new WeakRef(this);
    const text = textOf(code, () => weak.deref(), filename, importModuleDynamically);
    this.#filename = filename;
    this.#text = placed(text, lineOffset, columnOffset);
    this.#offset = { line: lineOffset, column: columnOffset };
    check(this.#text, filename);
    this.cachedDataRejected = data === undefined ? undefined : !checkedData(data, code);
    if (produceCachedData) {
      this.cachedData = cachedData(code);
      this.cachedDataProduced = true;
    }
    const url = /\/\/[#@] sourceMappingURL=([^\s'"]*)\s*$/.exec(code);
    this.sourceMapURL = url === null ? undefined : url[1];
  }

  createCachedData() {
    return cachedData(this.#text);
  }

  runInThisContext(options) {
    return run(main, this.#text, this.#filename, runOptions(options), this.#offset);
  }

  runInContext(contextifiedObject, options) {
    return run(contextChecked(contextifiedObject), this.#text, this.#filename, runOptions(options), this.#offset);
  }

  runInNewContext(contextObject, options) {
    const context = createContext(contextObject, contextOptions(options));
    const { runInContext } = this;
    if (typeof runInContext !== 'function') throw new TypeError('this.runInContext is not a function');
    return Reflect.apply(runInContext, this, [context, options]);
  }
}

function contextOptions(options) {
  if (options === undefined || typeof options === 'string') return {};
  validateObject(options, 'options');
  const { contextName: name, contextOrigin: origin, contextCodeGeneration: codeGeneration, microtaskMode } = options;
  if (name !== undefined) validateString(name, 'options.contextName');
  if (origin !== undefined) validateString(origin, 'options.contextOrigin');
  if (codeGeneration !== undefined) validateObject(codeGeneration, 'options.contextCodeGeneration');
  for (const one of ['strings', 'wasm']) {
    if (codeGeneration?.[one] !== undefined) validateBoolean(codeGeneration[one], `options.contextCodeGeneration.${one}`);
  }
  if (microtaskMode !== undefined) validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  return { ...name !== undefined && { name }, ...origin !== undefined && { origin }, ...codeGeneration && { codeGeneration },
    ...microtaskMode && { microtaskMode } };
}

const DONT_CONTEXTIFY = Symbol('vm_context_no_contextify');

function createContext(contextObject = {}, options = {}) {
  if (contextObject !== DONT_CONTEXTIFY) {
    validateObject(contextObject, 'contextObject', { allowFunction: true, allowArray: true });
    if (hasContext(contextObject)) return contextObject;
  }
  validateObject(options, 'options');
  const { name, origin, codeGeneration, microtaskMode, importModuleDynamically } = options;
  if (name !== undefined) validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  if (codeGeneration !== undefined) validateObject(codeGeneration, 'options.codeGeneration');
  if (codeGeneration?.strings !== undefined) validateBoolean(codeGeneration.strings, 'options.codeGeneration.strings');
  if (codeGeneration?.wasm !== undefined) validateBoolean(codeGeneration.wasm, 'options.codeGeneration.wasm');
  validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  importerChecked(importModuleDynamically, 'options.importModuleDynamically');
  if (microtaskMode !== undefined) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('vm with the option microtaskMode');
  const object = contextify(contextObject === DONT_CONTEXTIFY ? undefined : contextObject);
  if (codeGeneration?.strings === false) require('internal/vm/code_generation').forbid(contextOf(object).global);
  return object;
}

function isContext(object) {
  validateObject(object, 'object', { allowFunction: true, allowArray: true });
  return hasContext(object);
}

/** One object for both the script's options and the run's. */
const both = (options) => (typeof options === 'string' ? [options, {}] : [options, options]);

function runInContext(code, contextifiedObject, options = {}) {
  contextChecked(contextifiedObject);
  const [script, running] = both(options);
  return new Script(code, script).runInContext(contextifiedObject, running);
}

function runInNewContext(code, contextObject, options = {}) {
  const [script, running] = both(options);
  const context = createContext(contextObject, contextOptions(options));
  return new Script(code, script).runInContext(context, running);
}

function runInThisContext(code, options = {}) {
  const [script, running] = both(options);
  return new Script(code, script).runInThisContext(running);
}

function createScript(code, options) {
  return new Script(code, options);
}

function compileFunction(code, params, options = {}) {
  validateString(code, 'code');
  if (params !== undefined) {
    validateArray(params, 'params');
    params.forEach((param, i) => validateString(param, `params[${i}]`));
  }
  return require('internal/vm/function').compile(code, params ?? [], options);
}

function measureMemory(options = {}) {
  validateObject(options, 'options');
  validateOneOf(options.mode, 'options.mode', ['summary', 'detailed', undefined]);
  validateOneOf(options.execution, 'options.execution', ['default', 'eager', undefined]);
  require('internal/util').emitExperimentalWarning('vm.measureMemory');
  const { mode } = options;
  return new Promise((resolve) => require('timers').setImmediate(() => resolve(require('internal/vm/memory').measure(mode))));
}

module.exports = {
  Script,
  createContext,
  createScript,
  runInContext,
  runInNewContext,
  runInThisContext,
  isContext,
  compileFunction,
  measureMemory,
  constants: Object.freeze({ __proto__: null, USE_MAIN_CONTEXT_DEFAULT_LOADER: MAIN_LOADER, DONT_CONTEXTIFY }),
};

if (option('--experimental-vm-modules') === true) {
  const { defineLazy } = require('internal/lazy');
  for (const name of ['Module', 'SourceTextModule', 'SyntheticModule']) defineLazy(module.exports, name, 'internal/vm/module');
}
