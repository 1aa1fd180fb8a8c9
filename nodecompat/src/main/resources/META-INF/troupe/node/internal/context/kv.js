// ctx.kv: the actor's own storage, ordered by key and durable where the host is. Every function gives a promise. The reference is Rivet's
// ActorContext.kv of spring 2025; where its documentation and its code disagree, the documentation is followed. Missing: nothing.
'use strict';

const { keyToHost, keyFromHost } = require('internal/context/kv/key');
const { KvHashMap } = require('internal/context/kv/hash_map');
const { decode, encode, formatOf } = require('internal/context/kv/format');
const { validateBoolean, validateInteger, validateObject } = require('internal/validators');
const { codes } = require('internal/errors');
const binding = internalBinding('kv');

const ERRORS = { LIMIT: [RangeError, 'ERR_KV_LIMIT'], KEY: [TypeError, 'ERR_KV_KEY'], STORE: [Error, 'ERR_KV_STORE'] };
const MOST = 0x7fffffff;

/** Calls an operation of the host with a callback that settles a promise. */
function ask(operation, ...args) {
  return new Promise((resolve, reject) => {
    binding[operation](...args, (code, message, result) => {
      if (code === '') {
        resolve(result);
      } else {
        const [Kind, name] = ERRORS[code];
        reject(Object.assign(new Kind(message), { code: name }));
      }
    });
  });
}

function optionsOf(options) {
  if (options !== undefined) validateObject(options, 'options');
  return options ?? {};
}

/** What the host found, as [key, value] in its order. */
function pairs(found, format) {
  const result = [];
  for (let i = 0; i < found.length; i++) {
    const [key, stored, bytes] = found[i];
    const shown = keyFromHost(key);
    result.push([shown, decode(shown, bytes, stored, format)]);
  }
  return result;
}

/** The value of `key`, or null. */
async function get(key, options) {
  const format = formatOf(optionsOf(options));
  const found = pairs(await ask('get', [keyToHost(key)]), format);
  return found.length === 0 ? null : found[0][1];
}

/** The values of those keys that exist, as a HashMap; at most 128 keys. */
async function getBatch(keys, options) {
  const format = formatOf(optionsOf(options));
  if (!Array.isArray(keys)) throw new codes.ERR_INVALID_ARG_TYPE('keys', 'Array', keys);
  return new KvHashMap(pairs(await ask('get', keys.map((key) => keyToHost(key))), format));
}

/**
 * The entries of a range, as a HashMap in key order. `prefix` (whole elements) goes before `start` (inclusive), that before `startAfter`
 * (exclusive); `end` is exclusive and goes with the last two. Each may be left out.
 */
async function list(options) {
  const given = optionsOf(options);
  const format = formatOf(given);
  const { reverse = false, limit = MOST, end } = given;
  validateBoolean(reverse, 'options.reverse');
  validateInteger(limit, 'options.limit', 1, MOST);
  const kind = ['prefix', 'start', 'startAfter'].find((name) => given[name] !== undefined);
  const from = kind === undefined ? null : keyToHost(given[kind]);
  const to = end === undefined ? null : keyToHost(end);
  return new KvHashMap(pairs(await ask('list', from, kind ?? 'start', to, reverse, limit), format));
}

/** Stores one value. */
async function put(key, value, options) {
  const format = formatOf(optionsOf(options));
  await ask('put', [[keyToHost(key), format.code, encode(key, value, format)]]);
}

/** Stores all of a Map or an iterable of [key, value], or none. */
async function putBatch(entries, options) {
  const format = formatOf(optionsOf(options));
  if (typeof entries?.[Symbol.iterator] !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('entries', ['Map', 'Iterable'], entries);
  await ask('put', [...entries].map(([key, value]) => [keyToHost(key), format.code, encode(key, value, format)]));
}

/** Removes one key; a missing one is no error. */
async function remove(key) {
  await ask('delete', [keyToHost(key)]);
}

async function deleteBatch(keys) {
  if (!Array.isArray(keys)) throw new codes.ERR_INVALID_ARG_TYPE('keys', 'Array', keys);
  await ask('delete', keys.map((key) => keyToHost(key)));
}

async function deleteAll() {
  await ask('deleteAll');
}

module.exports = { kv: Object.freeze({ get, getBatch, list, put, putBatch, delete: remove, deleteBatch, deleteAll }) };
