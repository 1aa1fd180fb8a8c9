// nodejs.org/api/module.html#hook-functions, v22: Node's own resolution and loading as the last step of the hooks. Missing: WebAssembly and native
// addons, whose formats are unknown here.
'use strict';

const { codes } = require('internal/errors');
const modules = internalBinding('modules');

const TYPESCRIPT = /\.[cm]?tsx?$/;

/** The URL of a module by the loader's key, which is its file, or its URL where it has none. */
function urlOf(key) {
  if (key === undefined) return undefined;
  return /^(?:node|[a-z][a-z0-9+.-]+):/i.test(key) && !/^(?:data-url|hooked-url|hooked-json):/.test(key) ? key : modules.fileUrl(key);
}

/** The conditions that a hook chose, or Node's; an empty list is a choice. */
function conditionsOf(esm, { conditions }) {
  if (conditions === undefined) return Array.from(modules.conditions(esm));
  if (!Array.isArray(conditions)) throw new codes.ERR_INVALID_ARG_VALUE('conditions', conditions, 'expected an array');
  return conditions.map(String);
}

/** What `import` of `specifier` leads to from the module `importer`, a key. */
function resolve(specifier, context, importer) {
  let key;
  try {
    key = modules.resolveUnder(true, specifier, importer, conditionsOf(true, context));
  } catch (error) {
    if (error?.code !== 'ERR_UNSUPPORTED_ESM_URL_SCHEME') throw error;
    return { url: new (require('internal/url').URL)(specifier).href, format: undefined };
  }
  const url = urlOf(key);
  return { url, format: formatOf(url) };
}

/** Node's word for what is at `url`; undefined for what the source has to tell, or that cannot be loaded. */
function formatOf(url) {
  if (url.startsWith('node:')) return 'builtin';
  try {
    if (url.startsWith('data:')) return modules.dataFormat(url).toLowerCase();
    if (!url.startsWith('file:')) return undefined;
    const file = require('url').fileURLToPath(url);
    const format = modules.importFormat(file).toLowerCase();
    return TYPESCRIPT.test(file) ? `${format}-typescript` : format;
  } catch {
    return undefined; // loading it tells
  }
}

/** What `import` finds at `url`. */
function load(url, context) {
  if (url.startsWith('node:')) {
    if (!modules.isBuiltin(url)) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(url);
    return { __proto__: null, format: 'builtin', source: null };
  }
  let format = context.format ?? undefined;
  let text;
  if (url.startsWith('data:')) {
    format ??= modules.dataFormat(url).toLowerCase();
    text = modules.dataText(url);
  } else if (url.startsWith('file:')) {
    const file = require('url').fileURLToPath(url);
    text = modules.read(file);
    format ??= formatOf(url) ?? modules.importFormat(file).toLowerCase();
  } else {
    throw new codes.ERR_UNSUPPORTED_ESM_URL_SCHEME(url);
  }
  checkAttributes(url, format, context.importAttributes ?? {});
  return { __proto__: null, format, source: require('buffer').Buffer.from(text) };
}

// https://nodejs.org/api/esm.html#import-attributes
function checkAttributes(url, format, { type }) {
  if (format === 'json' && type === undefined) throw new codes.ERR_IMPORT_ATTRIBUTE_MISSING(url, 'type', 'json');
  if (format !== 'json' && type === 'json') throw new codes.ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, 'json');
}

/** What `require` finds at `url`. */
function loadRequired(url, context) {
  if (url.startsWith('node:')) return { __proto__: null, format: 'builtin', source: null };
  const file = url.startsWith('file:') ? require('url').fileURLToPath(url) : url;
  return { __proto__: null, format: context.format ?? undefined, source: modules.read(file) };
}

module.exports = { formatOf, load, loadRequired, resolve, conditionsOf, urlOf };
