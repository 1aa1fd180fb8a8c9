// nodejs.org/api/module.html#hook-functions, v22: how hooks follow one another, the newest first, and what each may return. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const types = require('internal/util/types');

/** Runs hooks that return; `hooks` is a list of { name, hook }, `last` Node's own step. */
function run(kind, hooks, last, subject, context) {
  const step = (index, value, given) => {
    if (index < 0) return last(value, given);
    const { name, hook } = hooks[index];
    let called = false;
    const result = hook(value, given, (nextValue, nextContext) => {
      called = true;
      return step(index - 1, nextValue, { ...given, ...nextContext });
    });
    checked(kind, name, result, called);
    return result;
  };
  return step(hooks.length - 1, subject, context);
}

/** Runs hooks that may return promises. */
async function runAsync(kind, hooks, last, subject, context) {
  const step = async (index, value, given) => {
    if (index < 0) return last(value, given);
    const { name, hook } = hooks[index];
    let called = false;
    const next = async (nextValue, nextContext) => {
      checkNext(kind, name, nextValue, nextContext);
      called = true;
      return step(index - 1, nextValue, { ...given, ...nextContext });
    };
    const result = await hook(value, { ...given, importAttributes: { ...given.importAttributes } }, next);
    checked(kind, name, result, called);
    if (kind === 'resolve') checkUrl(name, result.url);
    return result;
  };
  return step(hooks.length - 1, subject, context);
}

function checkNext(kind, name, value, context) {
  if (typeof value !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE(`${name} hook's next${kind === 'resolve' ? 'Resolve' : 'Load'}() ${kind === 'resolve' ? 'specifier' : 'url'}`,
      'string', value);
  }
  if (context !== undefined && (context === null || typeof context !== 'object')) {
    throw new codes.ERR_INVALID_ARG_TYPE(`${name} hook's next${kind === 'resolve' ? 'Resolve' : 'Load'}() context`, 'Object', context);
  }
}

function checked(kind, name, result, called) {
  if (result === null || typeof result !== 'object') {
    throw new codes.ERR_INVALID_RETURN_VALUE('an object', `${name} hook's next${kind === 'resolve' ? 'Resolve' : 'Load'}()`, result);
  }
  if (!called && !result.shortCircuit) {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('true', name, 'shortCircuit', result.shortCircuit);
  }
}

function checkUrl(name, url) {
  if (typeof url !== 'string' || !require('internal/url').URL.canParse(url)) {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', name, 'url', url);
  }
}

/** What a chain of resolve hooks gave. */
function checkResolved(name, result) {
  const { url, format, importAttributes } = result;
  if (typeof url !== 'string') throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('a URL string', name, 'url', url);
  checkFormat(name, format);
  if (importAttributes !== undefined && (importAttributes === null || typeof importAttributes !== 'object')) {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('an object', name, 'importAttributes', importAttributes);
  }
}

function checkFormat(name, format) {
  if (format !== undefined && format !== null && typeof format !== 'string') {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('a string', name, 'format', format);
  }
}

/** The source of what a chain of load hooks gave, as text; null where a format needs none. */
function sourceOf(name, { format, source }, optional) {
  checkFormat(name, format);
  if (format === 'builtin' || (optional && (source === null || source === undefined))) return null;
  if (typeof source === 'string') return source;
  if (!types.isAnyArrayBuffer(source) && !ArrayBuffer.isView(source)) {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('a string, an ArrayBuffer, or a TypedArray', name, 'source', source);
  }
  const { TextDecoder } = require('internal/encoding');
  return new TextDecoder().decode(types.isSharedArrayBuffer(source) ? new Uint8Array(new Uint8Array(source)) : source);
}

module.exports = { checkResolved, run, runAsync, sourceOf };
