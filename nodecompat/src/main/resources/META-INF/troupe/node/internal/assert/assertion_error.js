// nodejs.org/api/assert.html#class-assertassertionerror, v22. Missing: nothing.
'use strict';

const { customInspectSymbol } = require('internal/util');
const { validateObject, validateOneOf } = require('internal/validators');

const MOST_LINES = 10;
const LONG = 512;

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, stackStartFn, details, stackStartFunction, diff = 'simple' } = options;
    let { actual, expected } = options;
    if (diff !== undefined) validateOneOf(diff, 'options.diff', ['simple', 'full']);
    super(text(options, diff === 'full'));
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      __proto__: null, value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true });
    this.code = 'ERR_ASSERTION';
    if (details) {
      for (let i = 0; i < details.length; i++) {
        this[`message ${i}`] = details[i].message;
        this[`actual ${i}`] = details[i].actual;
        this[`expected ${i}`] = details[i].expected;
        this[`operator ${i}`] = details[i].operator;
        this[`stack trace ${i}`] = details[i].stack;
      }
      actual = expected = undefined;
    } else {
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    this.diff = diff;
    Error.captureStackTrace(this, stackStartFn || stackStartFunction);
    void this.stack; // the engine writes the first line, with the code in the name, at the first read
    this.name = 'AssertionError';
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  /** Long strings are cut: the message has them already. */
  [customInspectSymbol](depth, ctx) {
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = cut(actual);
    if (typeof expected === 'string') this.expected = cut(expected);
    try {
      return require('internal/util/inspect').inspect(this, { ...ctx, customInspect: false, depth: 0 });
    } finally {
      this.actual = actual;
      this.expected = expected;
    }
  }
}

function text({ message, actual, expected, operator }, full) {
  const { messageFor, showsDifference } = require('internal/assert/messages');
  if (message != null && !showsDifference(operator)) return String(message);
  return messageFor(operator, ...comparable(actual, expected), message != null ? String(message) : undefined, full);
}

/** Errors that came about at different places differ by their frames, and nobody asked for those. */
function comparable(actual, expected) {
  return actual instanceof Error && expected instanceof Error ? [withoutFrames(actual), withoutFrames(expected)] : [actual, expected];
}

function withoutFrames(error) {
  const copy = Object.setPrototypeOf(new Error(), Object.getPrototypeOf(error));
  for (const key of Reflect.ownKeys(error)) {
    const property = Object.getOwnPropertyDescriptor(error, key);
    if (key === 'cause' && property.value instanceof Error) property.value = withoutFrames(property.value);
    if (key !== 'stack') Object.defineProperty(copy, key, property);
  }
  const value = `${error.name}${error.message === '' ? '' : `: ${error.message}`}`;
  return Object.defineProperty(copy, 'stack', { __proto__: null, value, writable: true, configurable: true });
}

function cut(text) {
  const lines = text.split('\n', MOST_LINES + 1);
  if (lines.length > MOST_LINES) {
    lines.length = MOST_LINES;
    return `${lines.join('\n')}\n...`;
  }
  return text.length > LONG ? `${text.slice(0, -LONG)}...` : text;
}

module.exports = { AssertionError };
