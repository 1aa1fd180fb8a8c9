// nodejs.org/api/module.html#moduleregisterspecifier-parenturl-options, v22: hooks that may wait. The engine's linker does not, so a graph of modules
// is resolved and loaded before it is linked. Unlike Node's they run in the program's own thread and realm. Missing: hooks for import.meta.resolve()
// and for what CommonJS requires.
'use strict';

const { codes } = require('internal/errors');
const chain = require('internal/module/hooks/chain');
const hooks = require('internal/module/hooks');
const { importModule } = require('internal/modules');
const modules = internalBinding('modules');

const resolving = [];
const loading = [];
/** Settles when every registered module has initialized. */
let ready;
/** By importer's key, then by request: the key it leads to. */
const links = new Map();
/** By key: a promise of the keys that a module asks for. */
const fetched = new Map();

const self = { linked: (...request) => linked(...request), prepare };

function register(specifier, parentURL, options) {
  const { URL } = require('internal/url');
  if (parentURL !== null && typeof parentURL === 'object' && !(parentURL instanceof URL)) {
    options = parentURL;
    parentURL = options.parentURL;
  }
  const text = specifier instanceof URL ? specifier.href : specifier;
  if (typeof text !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('specifier', ['string', 'URL'], specifier);
  const key = keyFrom(text, `${parentURL ?? 'data:'}`);
  const { data, transferList } = options ?? {};
  const { value: copy, successors } = require('internal/structured_clone').cloneWith(data, [...(transferList ?? [])]);
  const namespace = importModule(key);
  if (typeof namespace.then === 'function' && !('resolve' in namespace) && !('load' in namespace)) {
    ready = Promise.resolve(ready).then(() => namespace).then((module) => add(module, key, copy));
  } else {
    const pending = add(namespace, key, copy);
    if (pending !== undefined) ready = Promise.all([ready, pending]);
  }
  // the hooks' ports are not the program's: it does not wait for them
  for (const port of successors) port.unref?.();
  hooks.register(self);
}

function keyFrom(text, base) {
  const place = base.startsWith('file:') ? require('url').fileURLToPath(base) : modules.hookedKey('data:', false);
  return modules.resolveUnder(true, text, place, Array.from(modules.conditions(true)));
}

function add(namespace, key, data) {
  const { initialize, resolve, load } = namespace;
  const url = modules.fileUrl(key);
  if (typeof resolve === 'function') resolving.push({ name: `${url} 'resolve'`, hook: resolve });
  if (typeof load === 'function') loading.push({ name: `${url} 'load'`, hook: load });
  return typeof initialize === 'function' ? initialize(data) : undefined;
}

async function resolve(specifier, importer, attributes, parentURL) {
  const context = hooks.importContext(importer, attributes, parentURL);
  const last = (text, given) => hooks.resolve(text, given, importer);
  const result = await chain.runAsync('resolve', resolving, last, specifier, context);
  chain.checkResolved(resolving.at(-1)?.name ?? 'resolve', result);
  return hooks.keyOf(result, attributes);
}

/** The key that an import leads to, once its whole graph is there. */
async function prepare(specifier, importer, attributes, parentURL) {
  await ready;
  const root = await resolve(specifier, importer, attributes, parentURL);
  const seen = new Set([root]);
  for (const key of seen) {
    for (const next of await fetchOnce(key)) seen.add(next);
  }
  return root;
}

function fetchOnce(key) {
  let keys = fetched.get(key);
  if (keys === undefined) {
    keys = fetchModule(key);
    fetched.set(key, keys);
    keys.catch(() => fetched.delete(key));
  }
  return keys;
}

async function fetchModule(key) {
  const about = hooks.about(key);
  const result = await chain.runAsync('load', loading, hooks.loadAtOnce, about.url, hooks.loadContext(about));
  const text = hooks.loaded(key, about.url, result, loading.at(-1)?.name ?? 'load');
  hooks.ready(key, text);
  if (text.format !== 'module') return [];
  const keys = [];
  const mine = new Map();
  for (const request of modules.requests(text.source)) {
    const [specifier, ...pairs] = Array.from(request);
    const attributes = {};
    for (let i = 0; i < pairs.length; i += 2) attributes[pairs[i]] = pairs[i + 1];
    const target = await resolve(specifier, key, attributes);
    mine.set(nameOf(specifier, pairs), target);
    keys.push(target);
  }
  links.set(key, mine);
  return keys;
}

const nameOf = (specifier, pairs) => [specifier, ...pairs].join('\0');

const linked = (importer, specifier, pairs) => links.get(importer)?.get(nameOf(specifier, pairs));

module.exports = { register };
