// nodejs.org/api/vm.html#vmcompilefunctioncode-params-options, v22: a function whose body is a text of its own. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { contextOf, main } = require('internal/vm/context');
const { MAIN_LOADER, check, placed, run, textOf } = require('internal/vm/script');
const { cachedData, checkedData } = require('internal/vm/cached_data');
const { validateArray, validateBoolean, validateFunction, validateInt32, validateObject, validateString } = require('internal/validators');

function checked(options) {
  validateObject(options, 'options');
  const { filename = '', columnOffset = 0, lineOffset = 0, cachedData: data, produceCachedData = false, parsingContext, contextExtensions = [],
    importModuleDynamically } = options;
  validateString(filename, 'options.filename');
  validateInt32(columnOffset, 'options.columnOffset');
  validateInt32(lineOffset, 'options.lineOffset');
  if (data !== undefined && !ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], data);
  }
  validateBoolean(produceCachedData, 'options.produceCachedData');
  const known = typeof parsingContext === 'object' && parsingContext !== null && contextOf(parsingContext) !== undefined;
  if (parsingContext !== undefined && !known) throw new codes.ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  validateArray(contextExtensions, 'options.contextExtensions');
  contextExtensions.forEach((extension, i) => validateObject(extension, `options.contextExtensions[${i}]`, { nullable: true }));
  if (importModuleDynamically !== undefined && importModuleDynamically !== MAIN_LOADER) {
    validateFunction(importModuleDynamically, 'options.importModuleDynamically');
  }
  return { filename, columnOffset, lineOffset, data, produceCachedData, parsingContext, contextExtensions, importModuleDynamically };
}

function compile(code, params, options) {
  const { filename, columnOffset, lineOffset, data, produceCachedData, parsingContext, contextExtensions, importModuleDynamically } =
    checked(options);
  const name = filename === '' ? '<anonymous>' : filename;
  const context = parsingContext === undefined ? main : contextOf(parsingContext);
  let made;
  const text = textOf(code, () => made, name, importModuleDynamically);
  // body and parameters must each be whole by themselves
  check(`(function () {${text}\n})`, name);
  check(`(function (${params.join(',')}\n) {})`, name);
  const head = `(function (${params.join(',')}) {`;
  const whole = `${head}\n${text}\n})`;
  const wrapped = contextExtensions.length === 0 ? whole : withExtensions(whole, contextExtensions.length);
  // the wrapper's line comes before the body's first: the text that shows in stacks has one line more, so it is taken back where there is room
  const shown = placed(wrapped.replace('{\n', '{'), lineOffset, Math.max(0, columnOffset - wrapped.indexOf('{\n') - 1));
  const result = run(context, shown, name, true);
  made = contextExtensions.length === 0 ? result : result(...contextExtensions);
  if (data !== undefined) made.cachedDataRejected = !checkedData(data, code);
  if (produceCachedData) Object.assign(made, { cachedDataProduced: true, cachedData: cachedData(code) });
  return made;
}

/** The extensions are objects whose properties the function sees as variables. */
function withExtensions(text, count) {
  const names = Array.from({ length: count }, (_, i) => `$extension${i}`);
  return `(function (${names.join(',')}) {${names.map((name) => `with (${name})`).join(' ')} return ${text}; })`;
}

module.exports = { compile };
