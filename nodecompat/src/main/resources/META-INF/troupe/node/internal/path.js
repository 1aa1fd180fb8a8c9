// nodejs.org/api/path.html, v22: checks of arguments; Java does the characters. Nothing is missing.
'use strict';

const { validateObject, validateString } = require('internal/validators');
const { defineLazy } = require('internal/lazy');

const binding = internalBinding('path');

function checkAll(paths) {
  for (let i = 0; i < paths.length; i++) validateString(paths[i], 'path');
}

function format(separator, parts) {
  validateObject(parts, 'pathObject');
  const dir = parts.dir || parts.root;
  const ext = parts.ext ? `${parts.ext[0] === '.' ? '' : '.'}${parts.ext}` : '';
  const base = parts.base || `${parts.name || ''}${ext}`;
  if (!dir) return base;
  return dir === parts.root ? `${dir}${base}` : `${dir}${separator}${base}`;
}

function make(java, separator, delimiter, directory, namespaced) {
  function resolve(...paths) {
    for (let i = paths.length - 1; i >= 0; i--) validateString(paths[i], `paths[${i}]`);
    return java.resolve(directory(), ...paths);
  }
  const made = {
    resolve,
    normalize(path) {
      validateString(path, 'path');
      return java.normalize(path);
    },
    isAbsolute(path) {
      validateString(path, 'path');
      return java.isAbsolute(path);
    },
    join(...paths) {
      checkAll(paths);
      return java.join(...paths);
    },
    relative(from, to) {
      validateString(from, 'from');
      validateString(to, 'to');
      return from === to ? '' : java.relative(java.resolve(directory(), from), java.resolve(directory(), to));
    },
    toNamespacedPath(path) {
      return namespaced && typeof path === 'string' && path.length > 0 ? java.toNamespacedPath(path, resolve(path)) : path;
    },
    dirname(path) {
      validateString(path, 'path');
      return java.dirname(path);
    },
    basename(path, suffix) {
      if (suffix !== undefined) validateString(suffix, 'suffix');
      validateString(path, 'path');
      return java.basename(path, suffix ?? '');
    },
    extname(path) {
      validateString(path, 'path');
      return java.extname(path);
    },
    format: format.bind(null, separator),
    parse(path) {
      validateString(path, 'path');
      const [root, dir, base, ext, name] = java.parse(path);
      return { root, dir, base, ext, name };
    },
    matchesGlob(path, pattern) {
      validateString(path, 'path');
      validateString(pattern, 'pattern');
      return require('internal/path/glob').matches(path, pattern, separator);
    },
    sep: separator,
    delimiter,
    win32: null,
    posix: null,
  };
  made._makeLong = made.toNamespacedPath;
  return made;
}

const posix = make(binding.posix, '/', ':', () => process.cwd(), false);
posix.posix = posix;

// Few programs ask for the other platform: it is made when they do.
let windows;
function win32() {
  if (windows === undefined) {
    windows = make(binding.win32, '\\', ';', () => process.cwd(), true);
    windows.win32 = windows;
    windows.posix = posix;
  }
  return windows;
}

defineLazy(posix, 'win32', win32);
module.exports = { posix };
defineLazy(module.exports, 'win32', win32);
