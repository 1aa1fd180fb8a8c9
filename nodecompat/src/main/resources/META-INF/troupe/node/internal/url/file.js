// nodejs.org/api/url.html#urlfileurltopathurl-options, v22: paths to file URLs and back. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { URL, isURL } = require('internal/url');

const binding = internalBinding('url');

const onWindows = (options) => options?.windows ?? process.platform === 'win32';

function fileUrl(path) {
  if (typeof path === 'string') path = new URL(path);
  else if (!isURL(path)) throw new codes.ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], path);
  if (path.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
  return path;
}

function refusePath(url, why) {
  throw new codes.ERR_INVALID_FILE_URL_PATH(why, url);
}

function posixPathname(url) {
  if (url.hostname !== '') throw new codes.ERR_INVALID_FILE_URL_HOST(process.platform);
  if (/%2f/i.test(url.pathname)) refusePath(url, 'must not include encoded / characters');
  return url.pathname;
}

/** The pathname with backslashes and without what stands before a drive letter. */
function windowsPathname(url) {
  const { pathname } = url;
  if (/%2f|%5c/i.test(pathname)) refusePath(url, 'must not include encoded \\ or / characters');
  const path = pathname.replaceAll('/', '\\');
  if (url.hostname !== '') return path;
  if (!/^\\[a-z]:/i.test(path)) refusePath(url, 'must be absolute');
  return path.slice(1);
}

const windowsHost = (url) => (url.hostname === '' ? '' : `\\\\${binding.domainToUnicode(url.hostname)}`);

function fileURLToPath(path, options = undefined) {
  const url = fileUrl(path);
  if (!onWindows(options)) return decodeURIComponent(posixPathname(url));
  const decoded = decodeURIComponent(windowsPathname(url));
  return windowsHost(url) + decoded;
}

/** As fileURLToPath, for names that are no UTF-8. */
function fileURLToPathBuffer(path, options = undefined) {
  const { unescapeBuffer } = require('internal/querystring');
  const url = fileUrl(path);
  if (!onWindows(options)) return unescapeBuffer(posixPathname(url));
  return unescapeBuffer(encodeURI(windowsHost(url)) + windowsPathname(url));
}

// What encodeURI leaves of a path and a file URL cannot hold, or Node escapes beyond.
const ESCAPES = { '__proto__': null, '?': '%3F', '#': '%23', '~': '%7E' };

function encodePath(path) {
  return encodeURI(path.toWellFormed()).replace(/[?#~]/g, (character) => ESCAPES[character]);
}

function resolved(path, rules, isSeparator) {
  const whole = rules.resolve(path);
  return isSeparator(path.at(-1)) && whole.at(-1) !== rules.sep ? whole + rules.sep : whole;
}

function pathToFileURL(path, options = undefined) {
  validateString(path, 'path');
  const { posix, win32 } = require('path');
  if (onWindows(options)) return windowsUrl(path, (relative) => resolved(relative, win32, (c) => c === '/' || c === '\\'));
  return new URL(`file://${encodePath(resolved(path, posix, (c) => c === '/'))}`);
}

function windowsUrl(path, resolve) {
  let share = path;
  if (/^\\\\\?\\UNC\\/i.test(path)) share = `\\\\${path.slice(8)}`;
  else if (path.startsWith('\\\\?\\')) return new URL(`file:///${encodePath(resolve(path.slice(4)).replaceAll('\\', '/'))}`);
  if (!share.startsWith('\\\\')) return new URL(`file:///${encodePath(resolve(share).replaceAll('\\', '/'))}`);
  const end = share.indexOf('\\', 2);
  if (end < 0) throw new codes.ERR_INVALID_ARG_VALUE('path', share, 'Missing UNC resource path');
  if (end === 2) throw new codes.ERR_INVALID_ARG_VALUE('path', share, 'Empty UNC servername');
  const host = binding.domainToASCII(share.slice(2, end));
  return new URL(`file://${host}${encodePath(share.slice(end).replaceAll('\\', '/'))}`);
}

module.exports = { fileURLToPath, fileURLToPathBuffer, pathToFileURL };
