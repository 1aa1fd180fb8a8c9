// webidl.spec.whatwg.org/#idl-DOMException, as nodejs.org/api/globals.html#domexception, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');

// name, constant, legacy code
const NAMES = [
  ['IndexSizeError', 'INDEX_SIZE_ERR', 1], ['', 'DOMSTRING_SIZE_ERR', 2], ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR', 3],
  ['WrongDocumentError', 'WRONG_DOCUMENT_ERR', 4], ['InvalidCharacterError', 'INVALID_CHARACTER_ERR', 5],
  ['', 'NO_DATA_ALLOWED_ERR', 6], ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR', 7], ['NotFoundError', 'NOT_FOUND_ERR', 8],
  ['NotSupportedError', 'NOT_SUPPORTED_ERR', 9], ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR', 10],
  ['InvalidStateError', 'INVALID_STATE_ERR', 11], ['SyntaxError', 'SYNTAX_ERR', 12],
  ['InvalidModificationError', 'INVALID_MODIFICATION_ERR', 13], ['NamespaceError', 'NAMESPACE_ERR', 14],
  ['InvalidAccessError', 'INVALID_ACCESS_ERR', 15], ['', 'VALIDATION_ERR', 16], ['TypeMismatchError', 'TYPE_MISMATCH_ERR', 17],
  ['SecurityError', 'SECURITY_ERR', 18], ['NetworkError', 'NETWORK_ERR', 19], ['AbortError', 'ABORT_ERR', 20],
  ['URLMismatchError', 'URL_MISMATCH_ERR', 21], ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR', 22], ['TimeoutError', 'TIMEOUT_ERR', 23],
  ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR', 24], ['DataCloneError', 'DATA_CLONE_ERR', 25],
];

const legacy = new Map(NAMES.filter(([name]) => name !== '').map(([name, , code]) => [name, code]));
const states = new WeakMap();

function stateOf(exception) {
  const state = states.get(exception);
  if (state === undefined) throw new codes.ERR_INVALID_THIS('DOMException');
  return state;
}

class DOMException {
  constructor(message = '', options = 'Error') {
    // an Error object with DOMException's prototype: instanceof Error holds and the engine writes its stack
    const error = Object.setPrototypeOf(new Error(), new.target.prototype);
    let name = options;
    if (options !== null && typeof options === 'object') {
      name = options.name ?? 'Error';
      if ('cause' in options) {
        Object.defineProperty(error, 'cause', { __proto__: null, value: options.cause, configurable: true, writable: true });
      }
    }
    states.set(error, { message: `${message}`, name: `${name}` });
    delete error.message;
    Error.captureStackTrace(error, DOMException);
    return error;
  }

  get name() {
    return stateOf(this).name;
  }

  get message() {
    return stateOf(this).message;
  }

  get code() {
    return legacy.get(stateOf(this).name) ?? 0;
  }
}

Object.setPrototypeOf(DOMException.prototype, Error.prototype);
Object.defineProperties(DOMException.prototype, {
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'DOMException' },
  name: { __proto__: null, enumerable: true },
  message: { __proto__: null, enumerable: true },
  code: { __proto__: null, enumerable: true },
});
for (const [, constant, value] of NAMES) {
  const property = { __proto__: null, value, enumerable: true };
  Object.defineProperty(DOMException, constant, property);
  Object.defineProperty(DOMException.prototype, constant, property);
}

module.exports = { DOMException, isDOMException: (value) => states.has(value) };
