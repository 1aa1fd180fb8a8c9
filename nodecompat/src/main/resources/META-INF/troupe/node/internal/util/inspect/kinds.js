// What util.inspect shows of each kind of object (nodejs.org/api/util.html, v22): base text, braces, keys and entries. Missing: named
// properties of very long arrays; see also internal/util/inspect.
'use strict';

const types = require('internal/util/types');
const entries = require('internal/util/inspect/entries');
const { nameFor, functionName } = require('internal/util/inspect/names');
const OBJECT = 0;
const ARRAY_EXTRA = 2;

const shape = (keys, formatter, open, close = '}', extras = OBJECT, base = '') => ({ keys, formatter, braces: [open, close], extras, base });
const isIndex = (key) => typeof key === 'string' && /^(0|[1-9][0-9]*)$/.test(key) && Number(key) < 2 ** 32 - 1;
/** An engine lists the indices among the names: of a longer array only the symbols are looked up. */
const LONGEST_LISTED = 2 ** 17;

function named(ctx, value, keysOf) {
  if (value.length > LONGEST_LISTED) {
    return Object.getOwnPropertySymbols(value).filter((key) => ctx.showHidden || Object.prototype.propertyIsEnumerable.call(value, key));
  }
  return keysOf(ctx, value).filter((key) => !isIndex(key));
}


/** A finished string, or { keys, formatter, braces, extras, base }. */
function shapeOf(ctx, value, at) {
  if (Array.isArray(value)) return array(ctx, value, at);
  if (typeof value === 'function') return func(ctx, value, at);
  return collection(ctx, value, at) ?? scalar(ctx, value, at) ?? binary(ctx, value, at) ?? wrapper(ctx, value, at) ?? ordinary(ctx, value, at);
}

function array(ctx, value, { constructor, tag, keysOf, protoProps }) {
  const prefix = constructor !== 'Array' || tag !== '' ? nameFor(constructor, tag, 'Array', `(${value.length})`) : '';
  const keys = named(ctx, value, keysOf);
  if (value.length === 0 && keys.length === 0 && !protoProps?.length) return `${prefix}[]`;
  return shape(keys, entries.ofArray, `${prefix}[`, ']', ARRAY_EXTRA);
}

function collection(ctx, value, { constructor, tag, keysOf }) {
  const isSet = types.isSet(value);
  if (isSet || types.isMap(value)) {
    const size = Reflect.apply(Object.getOwnPropertyDescriptor((isSet ? Set : Map).prototype, 'size').get, value, []);
    const keys = keysOf(ctx, value);
    const prefix = nameFor(constructor, tag, isSet ? 'Set' : 'Map', `(${size})`);
    if (size === 0 && keys.length === 0) return `${prefix}{}`;
    return shape(keys, isSet ? entries.ofSet : entries.ofMap, `${prefix}{`);
  }
  if (types.isTypedArray(value)) {
    const keys = named(ctx, value, keysOf);
    const fallback = constructor === null ? Object.prototype.toString.call(value).slice(8, -1) : '';
    const prefix = nameFor(constructor, tag, fallback, `(${value.length})`);
    if (value.length === 0 && keys.length === 0 && !ctx.showHidden) return `${prefix}[]`;
    return shape(keys, entries.ofTypedArray, `${prefix}[`, ']', ARRAY_EXTRA);
  }
  for (const [is, kind] of [[types.isMapIterator, 'Map'], [types.isSetIterator, 'Set']]) {
    if (is(value)) return shape(keysOf(ctx, value), () => [ctx.stylize('<items unknown>', 'special')], `[${tag || `${kind} Iterator`}] {`);
  }
  return undefined;
}

function func(ctx, value, { constructor, tag, keysOf, protoProps }) {
  const base = functionName(value, constructor, tag);
  const keys = keysOf(ctx, value);
  if (keys.length === 0 && !protoProps?.length) return ctx.stylize(base, 'special');
  return shape(keys, entries.none, '{', '}', OBJECT, ctx.colors ? ctx.stylize(base, 'special') : base);
}

function scalar(ctx, value, at) {
  const { constructor, tag, keysOf, recurseTimes } = at;
  if (types.isRegExp(value)) {
    const prefix = nameFor(constructor, tag, 'RegExp');
    const text = RegExp.prototype.toString.call(constructor === null ? new RegExp(value) : value);
    return based(ctx, keysOf(ctx, value), prefix === 'RegExp ' ? text : `${prefix}${text}`, 'regexp', recurseTimes);
  }
  if (types.isDate(value)) {
    const prefix = nameFor(constructor, tag, 'Date');
    const text = Number.isNaN(Date.prototype.getTime.call(value)) ?
      Date.prototype.toString.call(value) : Date.prototype.toISOString.call(value);
    return based(ctx, keysOf(ctx, value), prefix === 'Date ' ? text : `${prefix}${text}`, 'date', recurseTimes);
  }
  if (types.isNativeError(value) || value instanceof Error) {
    const keys = keysOf(ctx, value);
    const base = require('internal/util/inspect/error').formatError(ctx, value, constructor, tag, keys);
    return keys.length === 0 ? base : shape(keys, entries.none, '{', '}', OBJECT, base);
  }
  return undefined;
}

function based(ctx, keys, text, style, recurseTimes) {
  if (keys.length === 0 || (ctx.depth !== null && recurseTimes > ctx.depth)) return ctx.stylize(text, style);
  return shape(keys, entries.none, '{', '}', OBJECT, ctx.stylize(text, style));
}

function binary(ctx, value, { constructor, tag, keysOf, typedArray }) {
  if (types.isAnyArrayBuffer(value)) {
    const prefix = nameFor(constructor, tag, types.isArrayBuffer(value) ? 'ArrayBuffer' : 'SharedArrayBuffer');
    const keys = keysOf(ctx, value);
    if (typedArray !== undefined || (keys.length === 0 && typedArray === true)) {
      return `${prefix}{ byteLength: ${ctx.stylize(`${value.byteLength}`, 'number')} }`;
    }
    return shape(keys.length === 0 ? ['byteLength'] : ['byteLength', ...keys], entries.ofArrayBuffer, `${prefix}{`);
  }
  if (types.isDataView(value)) {
    return shape(['byteLength', 'byteOffset', 'buffer', ...keysOf(ctx, value)], entries.none, `${nameFor(constructor, tag, 'DataView')}{`);
  }
  if (types.isPromise(value)) {
    return shape(keysOf(ctx, value), entries.ofPromise, `${nameFor(constructor, tag, 'Promise')}{`);
  }
  for (const [is, kind] of [[types.isWeakSet, 'WeakSet'], [types.isWeakMap, 'WeakMap']]) {
    if (is(value)) {
      return shape(keysOf(ctx, value), () => [ctx.stylize('<items unknown>', 'special')], `${nameFor(constructor, tag, kind)}{`);
    }
  }
  if (types.isModuleNamespaceObject(value)) {
    return shape(keysOf(ctx, value), entries.none, `${nameFor(constructor, tag, 'Module')}{`);
  }
  return undefined;
}

function wrapper(ctx, value, { constructor, tag, keysOf }) {
  if (!types.isBoxedPrimitive(value)) return undefined;
  let kind;
  let inner;
  for (const [is, Class] of [[types.isNumberObject, Number], [types.isStringObject, String], [types.isBooleanObject, Boolean],
    [types.isBigIntObject, BigInt], [types.isSymbolObject, Symbol]]) {
    if (is(value)) {
      kind = Class.name;
      inner = Class.prototype.valueOf.call(value);
    }
  }
  let keys = keysOf(ctx, value);
  if (kind === 'String') keys = keys.filter((key) => !isIndex(key));
  let base = `[${kind}`;
  if (kind !== constructor) base += constructor === null ? ' (null prototype)' : ` (${constructor})`;
  const { formatPrimitive } = require('internal/util/inspect/primitives');
  base += `: ${formatPrimitive((text) => text, inner, { ...ctx, stylize: undefined })}]`;
  if (tag !== '' && tag !== constructor) base += ` [${tag}]`;
  if (keys.length === 0) return ctx.stylize(base, kind.toLowerCase());
  return shape(keys, entries.none, '{', '}', OBJECT, base);
}

function ordinary(ctx, value, at) {
  const { constructor, tag, keysOf, protoProps } = at;
  const keys = keysOf(ctx, value);
  if (types.isArgumentsObject(value)) return keys.length === 0 ? '[Arguments] {}' : shape(keys, entries.none, '[Arguments] {');
  if (tag === 'URL' || constructor === 'URL') {
    const { URL } = require('internal/url');
    // below the depth it is an object as others are
    if (value instanceof URL && !Object.hasOwn(value, 'href') && !(ctx.depth !== null && at.recurseTimes > ctx.depth)) {
      return keys.length === 0 ? value.href : shape(keys, entries.none, '{', '}', OBJECT, value.href);
    }
  }
  const prefix = constructor === 'Object' && tag === '' ? '' : nameFor(constructor, tag, 'Object');
  if (keys.length === 0 && !protoProps?.length) return `${prefix}{}`;
  return shape(keys, entries.none, `${prefix}{`);
}

module.exports = { shapeOf };
