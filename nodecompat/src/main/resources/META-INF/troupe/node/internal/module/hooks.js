// nodejs.org/api/module.html#customization-hooks, v22: registerHooks(), and where the loaders meet its hooks and those of register(). A module goes
// by the loader's key, see HookedUrl; what hooks said of it waits here until the linker asks. Missing: hooks for require.resolve().
'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');
const chain = require('internal/module/hooks/chain');
const defaults = require('internal/module/hooks/defaults');
const modules = internalBinding('modules');

const FORMATS = new Set(['builtin', 'commonjs', 'commonjs-typescript', 'json', 'module', 'module-typescript']);

const resolving = [];
const loading = [];
/** The hooks of register(), once it was called. */
let registered;
/** By key: what the resolve hooks said. */
const resolved = new Map();
/** By key: texts that are ready for the linker, and CommonJS modules' for their loader. */
const texts = new Map();
const builtins = new Map();
const commonJs = new Map();

/** `waiting`: some hooks answer with promises. */
const state = { active: false, waiting: false };

function tell() {
  state.active = resolving.length > 0 || loading.length > 0 || registered !== undefined;
  state.waiting = registered !== undefined;
  modules.hook({ __proto__: null, link, load, owns: (key) => resolved.has(key) }, state.active);
}

function registerHooks(hooks) {
  validateObject(hooks, 'hooks');
  const { resolve, load: loadHook } = hooks;
  const mine = [];
  for (const [list, name, hook] of [[resolving, 'resolve', resolve], [loading, 'load', loadHook]]) {
    if (hook === undefined || hook === null) continue;
    validateFunction(hook, `hooks.${name}`);
    const entry = { name, hook };
    list.push(entry);
    mine.push([list, entry]);
  }
  tell();
  return new ModuleHooks(mine);
}

class ModuleHooks {
  #mine;

  constructor(mine) {
    this.#mine = mine;
  }

  deregister() {
    for (const [list, entry] of this.#mine.splice(0)) list.splice(list.indexOf(entry), 1);
    tell();
  }
}

/** The hooks of register() come first, and these are their last step. */
function register(hooks) {
  registered = hooks;
  tell();
}

/** What an import leads to, after the hooks that answer at once. */
function resolve(specifier, context, importer) {
  const result = chain.run('resolve', resolving, (text, given) => defaults.resolve(text, given, importer), specifier, context);
  chain.checkResolved('resolve', result);
  return result;
}

function importContext(importer, importAttributes, parentURL = defaults.urlOf(importer)) {
  return { conditions: Array.from(modules.conditions(true)), importAttributes: { ...importAttributes }, parentURL: parentURL ?? undefined };
}

function loadContext({ format, importAttributes }) {
  return { conditions: Array.from(modules.conditions(true)), format, importAttributes };
}

/** Remembers what was resolved and gives its key. */
function keyOf({ url, format, importAttributes }, given) {
  const attributes = importAttributes ?? given;
  for (const name of Object.keys(attributes)) {
    if (name !== 'type') throw new codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(name, attributes[name]);
  }
  if (attributes.type !== undefined && attributes.type !== 'json') throw new codes.ERR_IMPORT_ATTRIBUTE_UNSUPPORTED('type', attributes.type);
  const key = modules.hookedKey(url, attributes.type === 'json');
  resolved.set(key, { url, format, importAttributes: { ...attributes } });
  return key;
}

/** For the linker: the key of a module that `importer` names, whose attributes follow as keys and values. */
function link(specifier, importer, ...pairs) {
  const known = registered?.linked(importer, specifier, pairs);
  if (known !== undefined) return known;
  const attributes = {};
  for (let i = 0; i < pairs.length; i += 2) attributes[pairs[i]] = pairs[i + 1];
  return keyOf(resolve(specifier, importContext(importer, attributes), importer), attributes);
}

/** For the linker: the text of the module `key`. */
function load(key) {
  if (key.startsWith('node:') && builtins.has(key)) return builtins.get(key);
  const ready = texts.get(key);
  if (ready !== undefined) {
    texts.delete(key);
    return ready;
  }
  const about = resolved.get(key) ?? { url: defaults.urlOf(key), format: undefined, importAttributes: {} };
  const result = chain.run('load', loading, defaults.load, about.url, loadContext(about));
  const made = loaded(key, about.url, result, 'load');
  if (key.startsWith('node:')) builtins.set(key, made);
  return made;
}

/** What a chain of load hooks gave, as the linker takes it. */
function loaded(key, url, result, name) {
  const source = chain.sourceOf(name, result, result.format === 'commonjs');
  let { format } = result;
  format ??= source !== null && modules.hasModuleSyntax(source) ? 'module' : 'commonjs';
  if (!FORMATS.has(format)) throw new codes.ERR_UNKNOWN_MODULE_FORMAT(format, url);
  if (format === 'builtin' && !modules.isBuiltin(url)) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(url);
  const text = format.endsWith('-typescript') ? modules.javaScript(source, url) : source;
  format = format.replace('-typescript', '');
  if (format === 'commonjs') commonJs.set(key, { url, filename: fileOf(url), source: text });
  return { __proto__: null, format, url, source: text };
}

function fileOf(url) {
  return url.startsWith('file:') ? require('url').fileURLToPath(url) : url;
}

/** The key of what a dynamic import leads to, or a promise of it. */
function prepare(specifier, importer, attributes, parentURL) {
  if (registered !== undefined) return registered.prepare(specifier, importer, attributes, parentURL);
  return keyOf(resolve(specifier, importContext(importer, attributes, parentURL), importer), attributes);
}

/** import.meta.resolve(), which cannot wait: hooks of register() are not asked. */
function resolveNow(specifier, importer) {
  return resolve(specifier, importContext(importer, {}), importer).url;
}

/** What `require` leads to: { url, format }; `find` is Node's own resolution to a file under conditions. */
function resolveRequired(specifier, parentURL, find) {
  const last = (text, context) => {
    const name = find(text, defaults.conditionsOf(false, context));
    if (modules.isBuiltin(name)) return { url: name.startsWith('node:') ? name : `node:${name}`, format: 'builtin' };
    const url = modules.fileUrl(name);
    return { url, format: defaults.formatOf(url) };
  };
  const context = { conditions: Array.from(modules.conditions(false)), importAttributes: {}, parentURL };
  const result = chain.run('resolve', resolving, last, specifier, context);
  chain.checkResolved('resolve', result);
  return { url: result.url, format: result.format, filename: fileOf(result.url) };
}

/** What `require` loads from `url`: { format, source }, the source as text. */
function loadRequired(url, format) {
  const context = { conditions: Array.from(modules.conditions(false)), format, importAttributes: {} };
  const result = chain.run('load', loading, defaults.loadRequired, url, context);
  const source = chain.sourceOf('load', result, false);
  const kind = result.format ?? (source !== null && modules.hasModuleSyntax(source) ? 'module' : 'commonjs');
  if (!FORMATS.has(kind)) throw new codes.ERR_UNKNOWN_MODULE_FORMAT(kind, url);
  if (!kind.endsWith('-typescript')) return { format: kind, source };
  return { format: kind.replace('-typescript', ''), source: modules.javaScript(source, url) };
}

/** The text of a CommonJS module that was imported: { url, filename, source }, once. */
function takeCommonJs(key) {
  const found = commonJs.get(key);
  commonJs.delete(key);
  return found;
}

/** Hands a text of an ES module that was required to the linker. */
function offer(key, url, source) {
  texts.set(key, { __proto__: null, format: 'module', url, source });
}

module.exports = {
  state, registerHooks, register, prepare, resolve, resolveNow, resolveRequired, loadRequired, takeCommonJs, offer,
  keyOf, loaded, importContext, loadContext, loadAtOnce: (url, context) => chain.run('load', loading, defaults.load, url, context),
  ready: (key, text) => texts.set(key, text), about: (key) => resolved.get(key),
};
