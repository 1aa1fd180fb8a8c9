// nodejs.org/api/console.html#class-console, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { bind, kIsConsole } = require('internal/console/methods');
const { validateInteger, validateObject, validateOneOf } = require('internal/validators');

function noop() {}

function checkedIndentation(value) {
  if (value === undefined) return 2;
  validateInteger(value, 'groupIndentation', 0, 1000);
  return value;
}

function writable(stream, name) {
  if (!stream || typeof stream.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM(name);
  return stream;
}

/** Writes, and swallows the stream's errors if asked: a console must not end the program. */
function writer(streams, ignoreErrors) {
  return (fd, text) => {
    const stream = fd === 1 ? streams.stdout : streams.stderr;
    if (!ignoreErrors) return stream.write(text);
    if (stream.listenerCount?.('error') > 0) return tolerant(stream, text);
    stream.once?.('error', noop);
    try {
      return tolerant(stream, text);
    } finally {
      stream.removeListener?.('error', noop);
    }
  };
}

const written = new WeakMap();

/** One callback for each stream, so that many writes at once cost it one tick. */
function writtenTo(stream) {
  let callback = written.get(stream);
  if (callback === undefined) {
    callback = (error) => {
      // an asynchronous failure is reported after the listener above is gone
      if (error !== null && !stream._writableState?.errorEmitted) {
        if (stream.listenerCount?.('error') === 0) stream.once('error', noop);
      }
    };
    written.set(stream, callback);
  }
  return callback;
}

function tolerant(stream, text) {
  try {
    return stream.write(text, writtenTo(stream));
  } catch (error) {
    if (require('internal/errors').isStackOverflowError(error)) throw error;
    return false;
  }
}

function optionsFor(colorMode, inspectOptions, streams) {
  return (fd) => {
    const stream = fd === 1 ? streams.stdout : streams.stderr;
    const given = inspectOptions instanceof Map ? inspectOptions.get(stream) : inspectOptions;
    if (given?.colors !== undefined) return given;
    const colors = colorMode === 'auto' ? require('internal/util/colors').shouldColorize(stream) : colorMode;
    return { ...given, colors };
  };
}

// a function: it may be called without new
function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  }
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions, groupIndentation } = options;
  writable(stdout, 'stdout');
  writable(stderr, 'stderr');
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  const indentation = checkedIndentation(groupIndentation);
  if (inspectOptions !== undefined) {
    validateObject(inspectOptions, 'options.inspectOptions');
    if (inspectOptions.colors !== undefined && options.colorMode !== undefined) {
      throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
    }
  }
  const streams = { stdout, stderr };
  const self = {
    indentation, write: writer(streams, ignoreErrors), inspectOptions: optionsFor(colorMode, inspectOptions, streams),
    stream: (fd) => (fd === 1 ? streams.stdout : streams.stderr),
  };
  for (const [name, value] of [['_stdout', stdout], ['_stderr', stderr], ['_ignoreErrors', Boolean(ignoreErrors)], [kIsConsole, true]]) {
    Object.defineProperty(this, name, { __proto__: null, value, writable: true, configurable: true });
  }
  bindSubclass(this, self);
  return this;
}

/** The methods, but those of a subclass stay as they are. */
function bindSubclass(target, self) {
  const own = {};
  bind(own, self);
  for (const name of Object.keys(own)) {
    const overridden = target[name];
    target[name] = typeof overridden === 'function' && overridden !== Console.prototype[name] ?
      overridden.bind(target) : own[name];
  }
}

const methods = {};
bind(methods, {});
for (const name of Object.keys(methods)) Console.prototype[name] = { [name]() {} }[name];
Object.defineProperty(Console, Symbol.hasInstance, {
  __proto__: null,
  value(instance) {
    return instance?.[kIsConsole] === true && (this === Console || Function.prototype[Symbol.hasInstance].call(this, instance));
  },
});
Object.defineProperty(Console.prototype, Symbol.toStringTag, { __proto__: null, value: 'console', configurable: true });

module.exports = { Console };
