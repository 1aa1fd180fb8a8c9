// nodejs.org/api/util.html#utilformatformat-args, v22. Missing: nothing.
'use strict';

const { inspect, defaults } = require('internal/util/inspect');
const { formatNumber, formatBigInt } = require('internal/util/inspect/primitives');

const plain = (text) => text;
const separators = (options) => options?.numericSeparator ?? defaults.numericSeparator;
const firstLine = (error) => error.message.split('\n', 1)[0];

function stringify(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error.name === 'TypeError' && /circular|cyclic/i.test(firstLine(error))) return '[Circular]';
    throw error;
  }
}

/** Does the object, or its class, say itself how it is shown as a string? */
function hasOwnToString(value) {
  if (typeof value.toString !== 'function' && value[Symbol.toPrimitive] === undefined) return false;
  if (Object.hasOwn(value, 'toString') || Object.hasOwn(value, Symbol.toPrimitive)) return true;
  let pointer = value;
  do {
    pointer = Object.getPrototypeOf(pointer);
    if (pointer === null) return false;
  } while (!Object.hasOwn(pointer, 'toString') && !Object.hasOwn(pointer, Symbol.toPrimitive));
  const { constructor } = pointer;
  return !(typeof constructor === 'function' && BUILT_IN.has(constructor.name) && globalThis[constructor.name] === constructor);
}

const BUILT_IN = new Set(['Object', 'Function', 'Array', 'Map', 'Set', 'Promise', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'SharedArrayBuffer',
  'DataView', 'RegExp', 'Boolean', 'Number', 'String', 'Symbol', 'BigInt']);

function asString(value, options) {
  if (typeof value === 'number') return formatNumber(plain, value, separators(options));
  if (typeof value === 'bigint') return formatBigInt(plain, value, separators(options));
  if (typeof value !== 'object' || value === null || hasOwnToString(value)) return String(value);
  return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
}

function asNumber(value, options, parse) {
  if (typeof value === 'bigint') return formatBigInt(plain, value, separators(options));
  if (typeof value === 'symbol') return formatNumber(plain, NaN, false);
  return formatNumber(plain, parse(value), separators(options));
}

function convert(directive, value, options) {
  switch (directive) {
    case 's': return asString(value, options);
    case 'j': return stringify(value);
    case 'd': return typeof value === 'object' && value !== null ? formatNumber(plain, Number(value), false) : asNumber(value, options, Number);
    case 'i': return typeof value === 'object' && value !== null ? formatNumber(plain, parseInt(value), false) : asNumber(value, options, parseInt);
    case 'f': return formatNumber(plain, typeof value === 'symbol' ? NaN : parseFloat(value), separators(options));
    case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'O': return inspect(value, options);
    default: return '';
  }
}

function render(options, args) {
  const [first] = args;
  if (args.length === 1) return typeof first === 'string' ? first : inspect(first, options);
  let text = '';
  let used = 0;
  if (typeof first === 'string') {
    used = 1;
    text = first.replace(/%([sjdifoOc%])/g, (all, directive) => {
      if (directive === '%') return '%';
      return used < args.length ? convert(directive, args[used++], options) : all;
    });
  }
  let separator = used > 0 ? ' ' : '';
  for (; used < args.length; used++) {
    text += separator + (typeof args[used] === 'string' ? args[used] : inspect(args[used], options));
    separator = ' ';
  }
  return text;
}

const format = (...args) => render(undefined, args);

function formatWithOptions(options, ...args) {
  require('internal/validators').validateObject(options, 'inspectOptions', { allowArray: true });
  return render(options, args);
}

module.exports = { format, formatWithOptions };
