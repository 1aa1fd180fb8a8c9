// Keys of ctx.kv: a scalar (string, number, bigint, boolean, null, Uint8Array) or an array of them; a scalar k is the array [k]. To the host
// a key is an array: a letter for each element's type, then the elements. Missing: nothing.
'use strict';

const { isUint8Array } = require('internal/util/types');

function refuse(what, key) {
  const { inspect } = require('internal/util/inspect');
  const error = new TypeError(`${what} cannot be a key: use a string, number, bigint, boolean, null, a Uint8Array, or an array of them. ` +
    `Received ${inspect(key)}`);
  error.code = 'ERR_KV_KEY';
  throw error;
}

function letterOf(element, key) {
  if (element === null) return 'z';
  switch (typeof element) {
    case 'boolean': return 't';
    case 'number': return 'n';
    case 'bigint': return 'i';
    case 'string': return 's';
    default: return isUint8Array(element) ? 'b' : refuse(Array.isArray(element) ? 'An array within an array' : `A ${typeof element}`, key);
  }
}

function keyToHost(key) {
  const elements = Array.isArray(key) ? key : [key];
  let letters = '';
  const host = [''];
  for (let i = 0; i < elements.length; i++) {
    const letter = letterOf(elements[i], key);
    letters += letter;
    host.push(letter === 'i' ? elements[i].toString(16) : elements[i]);
  }
  host[0] = letters;
  return host;
}

function bigint(hex) {
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
}

/** The key as the program gave it: one element without its array. */
function keyFromHost(host) {
  const letters = host[0];
  const elements = [];
  for (let i = 0; i < letters.length; i++) elements.push(letters[i] === 'i' ? bigint(host[i + 1]) : host[i + 1]);
  return elements.length === 1 ? elements[0] : elements;
}

/** Text that two keys share if and only if they are the same key. */
function identity(key) {
  const [letters, ...elements] = keyToHost(key);
  let text = letters;
  elements.forEach((element, i) => {
    const shown = letters[i] === 'b' ? element.join() : String(element);
    text += ` ${shown.length}:${shown}`;
  });
  return text;
}

module.exports = { keyToHost, keyFromHost, identity };
