// How util.inspect names an object: its class, or what stands for it (nodejs.org/api/util.html, v22). Missing: nothing.
'use strict';

function isInstance(object, Class) {
  try {
    return object instanceof Class;
  } catch {
    return false;
  }
}

/** The name of the first constructor on the chain that made it; null for an object without prototype. */
function constructorName(object, ctx, recurseTimes, protoProps, inspect) {
  const original = object;
  let firstProto;
  while (object) {
    const descriptor = Object.getOwnPropertyDescriptor(object, 'constructor');
    if (descriptor !== undefined && typeof descriptor.value === 'function' && descriptor.value.name !== '' &&
        isInstance(original, descriptor.value)) {
      const { name } = descriptor.value;
      if (protoProps !== undefined && (firstProto !== object || !BUILT_IN.has(name))) {
        collect(ctx, original, firstProto ?? original, protoProps);
      }
      return String(name);
    }
    object = Object.getPrototypeOf(object);
    firstProto ??= object;
    if (firstProto === null) return null;
  }
  const fallback = original instanceof Function ? 'Function' : Object.prototype.toString.call(original).slice(8, -1);
  if (ctx.depth !== null && recurseTimes > ctx.depth) return `${fallback} <Complex prototype>`;
  const further = constructorName(firstProto, ctx, recurseTimes + 1, protoProps, inspect);
  if (further === null) {
    const shown = inspect(firstProto, { ...optionsOf(ctx), customInspect: false, depth: -1 });
    return `${fallback} <${shown}>`;
  }
  return `${fallback} <${further}>`;
}

const optionsOf = ({ showHidden, colors, compact, breakLength }) => ({ showHidden, colors, compact, breakLength });
const BUILT_IN = new Set(Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z][a-zA-Z0-9]+$/.test(name)));

/** For showHidden: what user classes put on their prototypes, down to the first built-in one. */
function collect(ctx, main, object, output) {
  let depth = 0;
  const seen = new Set(Object.getOwnPropertyNames(main));
  do {
    if (depth !== 0 || main === object) {
      object = Object.getPrototypeOf(object);
      if (object === null) break;
      const descriptor = Object.getOwnPropertyDescriptor(object, 'constructor');
      if (descriptor !== undefined && typeof descriptor.value === 'function' && BUILT_IN.has(descriptor.value.name)) break;
    }
    for (const key of Reflect.ownKeys(object)) {
      if (key === 'constructor' || Object.hasOwn(main, key) || seen.has(key)) continue;
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === 'function') continue;
      seen.add(key);
      output.push([object, key]);
    }
  } while (++depth !== 3);
}

/** `Foo(2) [tag] `, or what an object without prototype has instead of a class. */
function nameFor(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    return tag !== '' && fallback !== tag ?
      `[${fallback}${size}: null prototype] [${tag}] ` : `[${fallback}${size}: null prototype] `;
  }
  return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

/** By the source text: a program may have changed the prototype. */
function functionKind(text) {
  const isAsync = /^async\b(?!\s*(?:\(\s*\)\s*\{|[=,]))/.test(text);
  const isGenerator = /^(?:async\s*)?(?:function\s*)?\*/.test(text);
  return `${isAsync ? 'Async' : ''}${isGenerator ? 'Generator' : ''}Function`;
}

/** `[Function: name]`, `[class A extends B]`. */
function functionName(value, constructor, tag) {
  const text = Function.prototype.toString.call(value);
  if (text.startsWith('class') && text.endsWith('}')) {
    const header = text.slice(5, text.indexOf('{'));
    if (!header.includes('(') || /^\s*(\/\*[\s\S]*?\*\/|\s|\w|\$)*extends/.test(header)) return className(value, constructor, tag);
  }
  const kind = functionKind(text);
  let name = `[${kind}`;
  if (constructor === null) name += ' (null prototype)';
  name += value.name === '' ? ' (anonymous)]' : `: ${typeof value.name === 'string' ? value.name : require('internal/util/inspect').inspect(value.name)}]`;
  if (constructor !== kind && constructor !== null) name += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) name += ` [${tag}]`;
  return name;
}

function className(value, constructor, tag) {
  let name = `class ${(Object.hasOwn(value, 'name') && value.name) || '(anonymous)'}`;
  if (constructor !== 'Function' && constructor !== null) name += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) name += ` [${tag}]`;
  if (constructor === null) return `[${name} extends [null prototype]]`;
  const above = Object.getPrototypeOf(value).name;
  return `[${name}${above ? ` extends ${above}` : ''}]`;
}

module.exports = { constructorName, nameFor, functionName };
