// nodejs.org/api/errors.html, v22: the longer texts, which name what was expected and what was received. Missing: nothing.
'use strict';

// the words that Node writes in lower case after "of type"
const KINDS = new Set(['string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol']);
const CLASS_NAME = /^([A-Z][a-z0-9]*)+$/;

function formatList(words, conjunction) {
  switch (words.length) {
    case 0: return '';
    case 1: return words[0];
    case 2: return `${words[0]} ${conjunction} ${words[1]}`;
    default: return `${words.slice(0, -1).join(', ')}, ${conjunction} ${words[words.length - 1]}`;
  }
}

/** ` Received type string ('abc')`, ` Received an instance of Foo`, ` Received undefined`, … */
function received(value) {
  if (value == null) return ` Received ${value}`;
  if (typeof value === 'function') return value.name ? ` Received function ${value.name}` : ' Received function ';
  if (typeof value === 'object') {
    if (value.constructor?.name) return ` Received an instance of ${value.constructor.name}`;
    return ` Received ${require('internal/util/inspect').inspect(value, { depth: -1 })}`;
  }
  let shown = require('internal/util/inspect').inspect(value, { colors: false });
  if (shown.length > 28) shown = `${shown.slice(0, 25)}...`;
  return ` Received type ${typeof value} (${shown})`;
}

function place(name) {
  if (name.endsWith(' argument')) return `The ${name} `;
  return `The "${name}" ${name.includes('.') ? 'property' : 'argument'} `;
}

/** "must be of type string or an instance of Buffer", with the kinds, classes and other words apart. */
function expectation(expected) {
  const types = [];
  const instances = [];
  const other = [];
  for (const word of Array.isArray(expected) ? expected : [expected]) {
    if (KINDS.has(word)) types.push(word.toLowerCase());
    else if (CLASS_NAME.test(word)) instances.push(word);
    else other.push(word);
  }
  // an object is what its class is: "an instance of Object" says it once
  if (instances.length > 0 && types.includes('object')) {
    types.splice(types.indexOf('object'), 1);
    instances.push('Object');
  }
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${formatList(types, 'or')}`);
  if (instances.length > 0) parts.push(`an instance of ${formatList(instances, 'or')}`);
  if (other.length > 1) parts.push(`one of ${formatList(other, 'or')}`);
  else if (other.length === 1) parts.push(other[0].toLowerCase() !== other[0] ? `an ${other[0]}` : other[0]);
  return parts.join(' or ');
}

function argType(name, expected, actual) {
  return `${place(name)}must be ${expectation(expected)}.${received(actual)}`;
}

function argValue(name, value, reason = 'is invalid') {
  let shown = require('internal/util/inspect').inspect(value);
  if (shown.length > 128) shown = `${shown.slice(0, 128)}...`;
  return `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${shown}`;
}

function returnValue(expected, name, value) {
  return `Expected ${expected} to be returned from the "${name}" function but got ${received(value).slice(' Received '.length)}.`;
}

function returnProperty([expected, name, property, value]) {
  const got = received(value).slice(' Received '.length);
  return `Expected ${expected} to be returned for the "${property}" from the "${name}" hook but got ${got}.`;
}

function missingArgs(names) {
  const quoted = names.map((name) => (Array.isArray(name) ? name.map((n) => `"${n}"`).join(' or ') : `"${name}"`));
  return `The ${formatList(quoted, 'and')} argument${names.length > 1 ? 's' : ''} must be specified`;
}

/** 1234567 as 1_234_567. */
function separated(digits) {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, '_');
}

function outOfRange(name, range, value) {
  let shown;
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 32) {
    shown = value < 0 ? `-${separated(String(-value))}` : separated(String(value));
  } else if (typeof value === 'bigint') {
    shown = String(value);
    if (value > 2n ** 32n || value < -(2n ** 32n)) {
      shown = shown[0] === '-' ? `-${separated(shown.slice(1))}` : separated(shown);
    }
    shown += 'n';
  } else {
    shown = require('internal/util/inspect').inspect(value);
  }
  return `The value of "${name}" is out of range. It must be ${range}. Received ${shown}`;
}

function badPort(name, port, allowZero) {
  return `${name} should be ${allowZero ? '>=' : '>'} 0 and < 65536.${received(port)}.`;
}

module.exports = { argType, argValue, returnProperty, returnValue, missingArgs, outOfRange, badPort, received };
