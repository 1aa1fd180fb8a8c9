// nodejs.org/api/util.html#utilinspectobject-showhidden-depth-colors, v22. Missing: entries of weak collections and of iterators, and the
// objects that promises are settled with, which the engine does not show.
'use strict';

const { defineLazy } = require('internal/lazy');
const { isProxy, detailsOf } = require('internal/proxies');
const { customInspectSymbol } = require('internal/util');
const { validateObject } = require('internal/validators');
const { quote, formatPrimitive } = require('internal/util/inspect/primitives');

const defaults = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

/** So many characters may the objects of one level of indentation take together. */
const MOST_CHARACTERS = 2 ** 22;
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const OBJECT = 0;
const ARRAY_ITEM = 1;
const ARRAY_EXTRA = 2;

function inspect(value, options) {
  const ctx = {
    budget: {}, indentationLvl: 0, seen: [], currentDepth: 0, stylize: plain, userOptions: undefined, circular: undefined, ...defaults,
  };
  if (arguments.length > 1) {
    // the old form: inspect(value, showHidden, depth, colors)
    if (arguments.length > 2 && arguments[2] !== undefined) ctx.depth = arguments[2];
    if (arguments.length > 3 && arguments[3] !== undefined) ctx.colors = arguments[3];
    if (typeof options === 'boolean') {
      ctx.showHidden = options;
    } else if (options) {
      for (const key of Object.keys(options)) {
        if (Object.hasOwn(defaults, key) || key === 'stylize') ctx[key] = options[key];
        else ctx.userOptions ??= options;
      }
    }
    ctx.userOptions ??= options && typeof options === 'object' ? options : undefined;
  }
  if (ctx.colors) ctx.stylize = coloured;
  ctx.maxArrayLength ??= Infinity;
  ctx.maxStringLength ??= Infinity;
  return formatValue(ctx, value, 0);
}

Object.defineProperty(inspect, 'defaultOptions', {
  __proto__: null,
  get: () => defaults,
  set(options) {
    validateObject(options, 'options');
    Object.assign(defaults, options);
  },
});
inspect.custom = customInspectSymbol;
defineLazy(inspect, 'colors', 'internal/util/inspect/styles');
defineLazy(inspect, 'styles', 'internal/util/inspect/styles');

const plain = (text) => text;

function coloured(text, style) {
  const name = inspect.styles[style];
  const pair = name === undefined ? undefined : inspect.colors[name];
  return pair === undefined ? text : `\u001b[${pair[0]}m${text}\u001b[${pair[1]}m`;
}

/** What a custom inspect function may see: the options, not the state. */
function userView(ctx) {
  const view = { stylize: ctx.stylize };
  for (const key of Object.keys(defaults)) view[key] = ctx[key];
  return { ...view, ...userExtras(ctx), stylize: (text, style) => ctx.stylize(`${text}`, style) };
}

function userExtras(ctx) {
  const extras = {};
  for (const key of Object.keys(ctx.userOptions ?? {})) if (!Object.hasOwn(defaults, key)) extras[key] = ctx.userOptions[key];
  return extras;
}

function formatValue(ctx, value, recurseTimes, typedArray) {
  if (typeof value !== 'object' && typeof value !== 'function') return formatPrimitive(ctx.stylize, value, ctx);
  if (value === null) return ctx.stylize('null', 'null');
  const context = value;
  if (isProxy(value)) {
    const details = detailsOf(value);
    if (details === undefined || ctx.showProxy) return require('internal/util/inspect/proxy').formatProxy(ctx, details, recurseTimes);
    // no trap of the program is to run
    while (isProxy(value)) {
      const inner = detailsOf(value);
      if (inner === undefined) return ctx.stylize('<Revoked Proxy>', 'special');
      [value] = inner;
    }
  }
  if (ctx.customInspect) {
    const custom = value[customInspectSymbol];
    if (typeof custom === 'function' && custom !== inspect && !isOwnPrototype(value)) {
      const depth = ctx.depth === null ? null : ctx.depth - recurseTimes;
      const result = Reflect.apply(custom, context, [depth, userView(ctx), inspect]);
      if (result !== context) {
        if (result === null || typeof result !== 'object') return `${result}`.replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
        return formatValue(ctx, result, recurseTimes);
      }
    }
  }
  if (ctx.seen.includes(value)) {
    ctx.circular ??= new Map();
    if (!ctx.circular.has(value)) ctx.circular.set(value, ctx.circular.size + 1);
    return ctx.stylize(`[Circular *${ctx.circular.get(value)}]`, 'special');
  }
  return formatRaw(ctx, value, recurseTimes, typedArray);
}

function isOwnPrototype(value) {
  const { constructor } = value;
  return constructor && constructor.prototype === value;
}

function keysOf(ctx, value) {
  const symbols = Object.getOwnPropertySymbols(value);
  if (ctx.showHidden) return [...Object.getOwnPropertyNames(value), ...symbols];
  let keys;
  try {
    keys = Object.keys(value);
  } catch {
    keys = Object.getOwnPropertyNames(value);
  }
  const visible = symbols.filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
  return visible.length > 0 ? [...keys, ...visible] : keys;
}

function formatRaw(ctx, value, recurseTimes, typedArray) {
  const { constructorName, nameFor } = require('internal/util/inspect/names');
  const protoProps = ctx.showHidden && (recurseTimes <= ctx.depth || ctx.depth === null) ? [] : undefined;
  const constructor = constructorName(value, ctx, recurseTimes, protoProps, inspect);
  const shape = require('internal/util/inspect/kinds').shapeOf(ctx, value, {
    constructor, tag: tagOf(ctx, value, constructor), recurseTimes, typedArray, keysOf, protoProps,
  });
  if (typeof shape === 'string') return shape;
  const { keys, formatter } = shape;
  let { base, braces } = shape;
  if (ctx.depth !== null && recurseTimes > ctx.depth) {
    const name = nameFor(constructor, tagOf(ctx, value, constructor), Array.isArray(value) ? 'Array' : 'Object');
    return ctx.stylize(`[${name.slice(0, -1)}]`, 'special');
  }
  ctx.seen.push(value);
  ctx.currentDepth = recurseTimes + 1;
  let output;
  const indentation = ctx.indentationLvl;
  try {
    output = formatter(ctx, value, recurseTimes + 1);
    for (const key of keys) output.push(formatProperty(ctx, value, recurseTimes + 1, key, shape.extras));
    for (const [object, key] of protoProps ?? []) output.push(formatInherited(ctx, object, value, recurseTimes + 1, key));
  } catch (error) {
    const { isStackOverflowError } = require('internal/errors');
    if (!isStackOverflowError(error)) throw error;
    ctx.seen.pop();
    ctx.indentationLvl = indentation;
    return ctx.stylize(`[${constructor ?? 'Object'}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
  }
  if (ctx.circular !== undefined) {
    const index = ctx.circular.get(value);
    if (index !== undefined) {
      const reference = ctx.stylize(`<ref *${index}>`, 'special');
      if (ctx.compact !== true) base = base === '' ? reference : `${reference} ${base}`;
      else braces = [`${reference} ${braces[0]}`, braces[1]];
    }
  }
  ctx.seen.pop();
  if (ctx.sorted) output = sortOutput(ctx, output, shape.extras, keys.length);
  const text = require('internal/util/inspect/layout').join(ctx, output, base, braces, shape.extras === ARRAY_EXTRA, recurseTimes + 1, value);
  const spent = (ctx.budget[ctx.indentationLvl] ?? 0) + text.length;
  ctx.budget[ctx.indentationLvl] = spent;
  // a value that refers to itself in many ways would fill the memory: what follows is shown by name only
  if (spent > MOST_CHARACTERS) ctx.depth = -1;
  return text;
}

function sortOutput(ctx, output, extras, keyCount) {
  const compare = ctx.sorted === true ? undefined : ctx.sorted;
  if (extras === OBJECT) return output.sort(compare);
  if (keyCount < 2) return output;
  const at = output.length - keyCount;
  return [...output.slice(0, at), ...output.slice(at).sort(compare)];
}

function tagOf(ctx, value, constructor) {
  let tag = value[Symbol.toStringTag];
  // an own tag that is shown as a property, or a tag that says what the class says, would be twice there
  if (typeof tag !== 'string' || (tag !== '' && (ctx.showHidden ? Object.hasOwn(value, Symbol.toStringTag) :
    Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag)))) {
    tag = '';
  }
  return tag === constructor ? '' : tag;
}

function formatInherited(ctx, object, value, recurseTimes, key) {
  return formatProperty(ctx, value, recurseTimes, key, OBJECT, Object.getOwnPropertyDescriptor(object, key), value);
}

/** A binding of a module that was not evaluated yet can be named, and that is all. */
const UNINITIALIZED = Object.freeze({ __proto__: null, enumerable: true });

function descriptorOf(value, key) {
  try {
    return Object.getOwnPropertyDescriptor(value, key) ?? { value: value[key], configurable: true, enumerable: true };
  } catch (error) {
    if (!require('internal/util/types').isModuleNamespaceObject(value)) throw error;
    return UNINITIALIZED;
  }
}

function formatProperty(ctx, value, recurseTimes, key, type, given, original = value) {
  const descriptor = given ?? descriptorOf(value, key);
  let text;
  let separator = ' ';
  if (descriptor.value !== undefined) {
    const step = ctx.compact !== true || type !== OBJECT ? 2 : 3;
    ctx.indentationLvl += step;
    text = formatValue(ctx, descriptor.value, recurseTimes);
    if (step === 3 && ctx.breakLength < require('internal/util/inspect/layout').widthOf(text, ctx.colors)) {
      separator = `\n${' '.repeat(ctx.indentationLvl)}`;
    }
    ctx.indentationLvl -= step;
  } else if (descriptor.get !== undefined) {
    text = formatGetter(ctx, descriptor, original, recurseTimes);
  } else if (descriptor.set !== undefined) {
    text = ctx.stylize('[Setter]', 'special');
  } else if (descriptor === UNINITIALIZED) {
    text = ctx.stylize('<uninitialized>', 'special');
  } else {
    text = ctx.stylize('undefined', 'undefined');
  }
  return type === ARRAY_ITEM ? text : `${formatKey(ctx, key, descriptor.enumerable)}:${separator}${text}`;
}

function formatKey(ctx, key, enumerable) {
  let name;
  if (typeof key === 'symbol') name = `[${ctx.stylize(quote.control(String(key)), 'symbol')}]`;
  else if (key === '__proto__') name = "['__proto__']";
  else if (enumerable === false) return `[${quote.control(key)}]`;
  else if (IDENTIFIER.test(key)) return ctx.stylize(key, 'name');
  else name = ctx.stylize(quote(key), 'string');
  return name;
}

function formatGetter(ctx, descriptor, original, recurseTimes) {
  const label = descriptor.set !== undefined ? 'Getter/Setter' : 'Getter';
  const { stylize } = ctx;
  const wanted = ctx.getters && (ctx.getters === true || (ctx.getters === 'get') === (descriptor.set === undefined));
  if (!wanted) return stylize(`[${label}]`, 'special');
  try {
    const value = Reflect.apply(descriptor.get, original, []);
    ctx.indentationLvl += 2;
    let text;
    if (value === null) text = `${stylize(`[${label}:`, 'special')} ${stylize('null', 'null')}${stylize(']', 'special')}`;
    else if (typeof value === 'object') text = `${stylize(`[${label}]`, 'special')} ${formatValue(ctx, value, recurseTimes)}`;
    else text = `${stylize(`[${label}:`, 'special')} ${formatPrimitive(stylize, value, ctx)}${stylize(']', 'special')}`;
    ctx.indentationLvl -= 2;
    return text;
  } catch (error) {
    return stylize(`[${label}: <Inspection threw (${error.message})>]`, 'special');
  }
}

module.exports = { inspect, formatValue, formatProperty, defaults, OBJECT, ARRAY_ITEM, ARRAY_EXTRA };
