// w3c.github.io/webcrypto, as nodejs.org/api/webcrypto.html, v22: what the algorithms share. For built-ins only.
'use strict';

const { later } = require('internal/crypto/bytes');
const { DOMException } = require('internal/dom_exception');

function fail(message, name, cause) {
  return new DOMException(message, cause === undefined ? name : { name, cause });
}

const dataError = (message, cause) => fail(message, 'DataError', cause);
const syntaxError = (message) => fail(message, 'SyntaxError');
const operationError = (message, cause) => fail(message, 'OperationError', cause);
const accessError = (message) => fail(message, 'InvalidAccessError');

const FAILED = 'The operation failed for an operation-specific reason';

/** The result of a function of Java that works elsewhere. */
function job(fn, ...args) {
  return new Promise((resolve, reject) => {
    later(fn, args, (error, result) => (error ? reject(operationError(FAILED, error)) : resolve(result)));
  });
}

/** Usages must be among those that the algorithm has for this kind of key. */
function checkUsages(usages, allowed, what) {
  for (const usage of usages) {
    if (!allowed.includes(usage)) throw syntaxError(`Unsupported key usage for ${what} key`);
  }
}

/** RFC 7517 §4.3 and w3c.github.io/webcrypto/#concept-usages-check */
function checkJwk(jwk, { kty, use, alg, usages, extractable }) {
  if (!jwk.kty) throw dataError('Invalid keyData');
  if (jwk.kty !== kty) throw dataError('Invalid JWK "kty" Parameter');
  if (usages.length > 0 && jwk.use !== undefined && jwk.use !== use) throw dataError('Invalid JWK "use" Parameter');
  checkOperations(jwk.key_ops, usages);
  if (jwk.ext === false && extractable) throw dataError('JWK "ext" Parameter and extractable mismatch');
  if (alg !== undefined && jwk.alg !== undefined && !alg.includes(jwk.alg)) {
    throw dataError('JWK "alg" does not match the requested algorithm');
  }
}

function checkOperations(operations, usages) {
  if (operations === undefined) return;
  if (new Set(operations).size !== operations.length) throw dataError('Duplicate key operation');
  for (const usage of usages) {
    if (!operations.includes(usage)) throw dataError('Key operations and usage mismatch');
  }
}

/** `make()`, whose failure means that the key's bytes are wrong. */
function keyData(make) {
  try {
    return make();
  } catch (cause) {
    throw dataError('Invalid keyData', cause);
  }
}

module.exports = { fail, dataError, syntaxError, operationError, accessError, job, checkUsages, checkJwk, keyData };
