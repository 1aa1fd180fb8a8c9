// nodejs.org/api/errors.html, v22: the classes behind Node's error codes, loaded by internal/errors with the first of them. A class is made when
// its code is first named; the texts stand in internal/errors/messages. Missing: codes that no built-in module of Troupe throws.
'use strict';

const { codes } = require('internal/errors');
const messages = require('internal/errors/messages');

const { defineProperty } = Object;
const { captureStackTrace } = Error;

/** Shows `[code]` in the stack's first line while `name` stays what it was: the engine writes that line at the first read. */
function showCode(error, code) {
  const name = error.name;
  defineProperty(error, 'name', { __proto__: null, value: `${name} [${code}]`, configurable: true, writable: true });
  void error.stack;
  delete error.name;
}

function coded(Base) {
  class NodeError extends Base {
    constructor(code, message) {
      super(message);
      captureStackTrace(this, hiding ?? this.constructor);
      showCode(this, code);
      this.code = code;
    }

    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }
  delete NodeError.prototype.constructor;
  return NodeError;
}

let hiding;
const families = { __proto__: null };

function family(name) {
  return (families[name] ??= coded({ Error, TypeError, RangeError, SyntaxError, URIError }[name]));
}

function isSystem(code) {
  return code === 'ERR_SYSTEM_ERROR' || code === 'ERR_TTY_INIT_FAILED' || code === 'ERR_FS_EISDIR' || code.startsWith('ERR_FS_CP_');
}

function make(code) {
  if (isSystem(code)) return named(code, SystemError);
  const made = makeOf(code, family(messages.base(code)));
  // the codes that Node uses with a second class
  if (code === 'ERR_INVALID_ARG_VALUE') made.RangeError = makeOf(code, family('RangeError'));
  if (code === 'ERR_INVALID_STATE') made.TypeError = makeOf(code, family('TypeError'));
  return made;
}

function makeOf(code, Family) {
  // a plain function, so that `new` gives an object of the family and nothing more
  const { [code]: made } = {
    [code]: function(...args) {
      hiding = made;
      try {
        return dress(code, new Family(code, messages.text(code, args)), args);
      } finally {
        hiding = undefined;
      }
    },
  };
  made.prototype = Family.prototype;
  return made;
}

/** The extra own properties that some codes carry. */
function dress(code, error, args) {
  if (code === 'ERR_INVALID_URL') {
    error.input = args[0];
    if (args[1] != null) error.base = args[1];
  } else if (code === 'ERR_INVALID_FILE_URL_PATH' && args.length > 1) {
    error.input = args[1];
  } else if (code === 'ERR_UNHANDLED_ERROR' && args.length > 0) {
    error.context = args[0];
  } else if (code === 'ERR_MODULE_NOT_FOUND' && args[3] !== undefined) {
    error.url = `${args[3]}`;
  }
  return error;
}

function named(code, Class) {
  return { [code]: class extends Class { constructor(context) { super(code, context); } } }[code];
}

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

/** nodejs.org/api/errors.html#class-systemerror: context has code, message, syscall, errno, path?, dest?. */
class SystemError extends Error {
  constructor(code, context) {
    const { syscall, path, dest } = context;
    let message = `${messages.text(code, [])}: ${syscall} returned ${context.code} (${context.message})`;
    if (path !== undefined) message += ` ${path}`;
    if (dest !== undefined) message += ` => ${dest}`;
    super(message);
    showCode(this, code);
    defineProperty(this, 'name', { __proto__: null, value: 'SystemError', configurable: true, writable: true });
    this.code = code;
    defineProperty(this, 'info', { __proto__: null, value: context, enumerable: true, configurable: true });
    this.errno = context.errno;
    this.syscall = syscall;
    if (path !== undefined) this.path = `${path}`;
    if (dest !== undefined) this.dest = `${dest}`;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

/** The error of a failed system call; the error is a number (negative errno) or a POSIX name. */
function errnoException(error, syscall, original) {
  const { codeAndNumber } = require('internal/errors/system');
  const { code, errno } = codeAndNumber(error);
  const message = original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`;
  return Object.assign(new Error(message), { errno, code, syscall });
}

/** As errnoException, of a call that names an address. */
function exceptionWithHostPort(error, syscall, address, port, additional) {
  const { codeAndNumber } = require('internal/errors/system');
  const { code, errno } = codeAndNumber(error);
  let details = '';
  if (port && port > 0) details = ` ${address}:${port}`;
  else if (address) details = ` ${address}`;
  if (additional) details += ` - Local (${additional})`;
  const exception = Object.assign(new Error(`${syscall} ${code}${details}`), { errno, code, syscall, address });
  if (port) exception.port = port;
  return exception;
}

/** Marks a checking function so that the errors it throws start at its caller. */
function hideStackFrames(check) {
  function wrapped(...args) {
    try {
      return Reflect.apply(check, this, args);
    } catch (error) {
      if (Error.stackTraceLimit > 0 && error instanceof Error && error.code !== undefined) {
        captureStackTrace(error, wrapped);
        showCode(error, error.code);
      }
      throw error;
    }
  }
  wrapped.withoutStackTrace = check;
  return wrapped;
}

/** One error of two: the later one with the earlier among its errors. */
function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  return Object.assign(new AggregateError([outer, inner], outer.message), { code: outer.code });
}

function genericNodeError(message, properties) {
  return Object.assign(new Error(message), properties);
}

function connResetException(message) {
  return Object.assign(new Error(message), { code: 'ECONNRESET' });
}

/** Is it the engine's way to say that the stack is exhausted? */
function isStackOverflowError(error) {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}

module.exports = {
  make,
  AbortError,
  SystemError,
  errnoException,
  exceptionWithHostPort,
  hideStackFrames,
  aggregateTwoErrors,
  genericNodeError,
  connResetException,
  isStackOverflowError,
};
