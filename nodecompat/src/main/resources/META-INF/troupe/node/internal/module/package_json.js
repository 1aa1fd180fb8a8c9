// nodejs.org/api/module.html#modulefindpackagejsonspecifier-base, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const path = require('path');
const modules = internalBinding('modules');

function fileOf(value, name) {
  const { URL, fileURLToPath } = require('url');
  if (value instanceof URL) return fileURLToPath(value);
  if (typeof value !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'URL'], value);
  return value.startsWith('file:') ? fileURLToPath(value) : value;
}

/** The nearest package.json above `file`. */
function nearest(file) {
  for (let folder = modules.stat(file) === 1 ? file : path.dirname(file); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'package.json');
    if (modules.stat(candidate) === 0) return candidate;
    if (folder === path.dirname(folder) || path.basename(folder) === 'node_modules') return undefined;
  }
}

/** The package's own, where `exports` may hide every file of it. */
function ofPackage(specifier, base) {
  const [, name] = /^((?:@[^/]+\/)?[^/]+)/.exec(specifier);
  for (const folder of modules.nodeModules(path.dirname(base))) {
    const candidate = path.join(folder, name, 'package.json');
    if (modules.stat(candidate) === 0) return candidate;
  }
  throw new codes.ERR_MODULE_NOT_FOUND(name, base);
}

function findPackageJSON(specifier, base) {
  const text = fileOf(specifier, 'specifier');
  if (path.isAbsolute(text)) return nearest(text);
  const from = base === undefined ? undefined : fileOf(base, 'base');
  if (text === '.' || text === '..' || text.startsWith('./') || text.startsWith('../')) {
    if (from === undefined) throw new codes.ERR_MISSING_ARGS('base');
    return nearest(path.resolve(path.dirname(from), text));
  }
  if (from === undefined) throw new codes.ERR_MISSING_ARGS('base');
  return ofPackage(text, from);
}

module.exports = { findPackageJSON, nearest };
