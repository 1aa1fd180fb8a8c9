// nodejs.org/api/url.html#urlformaturlobject, v22: the parts of a legacy Url, or of any object, to text. Nothing is missing.
'use strict';

const { isSlashed } = require('internal/url/legacy/schemes');

const prefixed = (text, mark) => (text && text[0] !== mark ? mark + text : text);

function authority(url) {
  let auth = url.auth || '';
  if (auth) auth = `${require('internal/querystring').escape(auth).replace(/%3A/g, ':')}@`;
  if (url.host) return auth + url.host;
  if (!url.hostname) return '';
  const bare = url.hostname.includes(':') && !(url.hostname[0] === '[' && url.hostname.endsWith(']'));
  return `${auth}${bare ? `[${url.hostname}]` : url.hostname}${url.port ? `:${url.port}` : ''}`;
}

function searchOf(url) {
  if (url.search) return url.search;
  const query = url.query !== null && typeof url.query === 'object' ? require('querystring').stringify(url.query) : '';
  return query && `?${query}`;
}

function write(url) {
  let protocol = url.protocol || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  const pathname = (url.pathname || '').replace(/[?#]/g, (character) => (character === '?' ? '%3F' : '%23'));
  const search = prefixed(searchOf(url), '?').replaceAll('#', '%23');
  const hash = prefixed(url.hash || '', '#');
  const host = authority(url);
  if (url.slashes || (isSlashed(protocol) && host)) return `${protocol}//${host}${prefixed(pathname, '/')}${search}${hash}`;
  return `${protocol}${protocol === 'file:' ? '//' : host}${pathname}${search}${hash}`;
}

module.exports = { write };
