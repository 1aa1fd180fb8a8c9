// nodejs.org/api/url.html#urlresolvefrom-to, v22: RFC 2396 §5.2, with Node's answers where that is silent. Nothing is missing.
'use strict';

const { isSlashed } = require('internal/url/legacy/schemes');

const segments = (path) => (path ? path.split('/') : []);

function finish(url) {
  url.href = url.format();
  return url;
}

function setPath(url) {
  url.path = (url.pathname || '') + (url.search || '');
}

function takeAll(url, from, exceptProtocol) {
  for (const key of Object.keys(from)) if (key !== 'protocol' || !exceptProtocol) url[key] = from[key];
  return url;
}

function takeQuery(url, from) {
  url.search = from.search;
  url.query = from.query;
}

/** Changes `base`, a copy that is the caller's, into what `to` means from there. */
function resolve(base, to) {
  base.hash = to.hash;
  if (to.href === '') return finish(base);
  if (to.slashes && !to.protocol) {
    takeAll(base, to, true);
    if (isSlashed(base.protocol) && base.hostname && !base.pathname) base.path = base.pathname = '/';
    return finish(base);
  }
  if (to.protocol && to.protocol !== base.protocol) return otherScheme(base, to);
  return sameScheme(base, to);
}

function otherScheme(base, to) {
  if (!isSlashed(to.protocol)) return finish(takeAll(base, to, false));
  base.protocol = to.protocol;
  let { host, hostname, pathname } = to;
  if (!host && !/^file:?$/.test(to.protocol)) {
    // http:/host/path, without the second slash: the first name is the host
    const names = segments(pathname);
    host = '';
    while (names.length > 0 && host === '') host = names.shift();
    hostname ||= '';
    if (names[0] !== '') names.unshift('');
    if (names.length < 2) names.unshift('');
    pathname = names.join('/');
  }
  base.pathname = pathname;
  takeQuery(base, to);
  base.host = host || '';
  base.auth = to.auth;
  base.hostname = hostname || host;
  base.port = to.port;
  if (base.pathname || base.search) setPath(base);
  base.slashes ||= to.slashes;
  return finish(base);
}

function sameScheme(base, to) {
  // without slashes the host is but the first name of the path: mailto:user@host, foo:bar/baz
  const flat = Boolean(base.protocol) && !isSlashed(base.protocol);
  const relative = { absolute: Boolean(to.host) || to.pathname?.[0] === '/', host: to.host, names: segments(to.pathname) };
  let absolute = relative.absolute || base.pathname?.[0] === '/' || Boolean(base.host && to.pathname);
  const climbs = !absolute; // keeps .. that lead out of a relative path
  let names = segments(base.pathname);
  if (flat) {
    names = foldHost(names, base.host);
    base.hostname = base.host = '';
    base.port = null;
    if (to.protocol) {
      relative.names = foldHost(relative.names, to.host);
      relative.host = null;
    }
    absolute &&= relative.names[0] === '' || names[0] === '';
  }
  if (relative.absolute) {
    takeHost(base, to, relative.host);
    takeQuery(base, to);
    names = relative.names;
  } else if (relative.names.length > 0) {
    names = [...names.slice(0, -1), ...relative.names];
    takeQuery(base, to);
  } else if (to.search !== null && to.search !== undefined) {
    return onlyQuery(base, to, names, flat);
  }
  if (names.length === 0) {
    base.pathname = null;
    base.path = base.search ? `/${base.search}` : null;
    return finish(base);
  }
  return place(base, to, flat, absolute, normalize(names, base, relative, climbs, absolute));
}

function foldHost(names, host) {
  if (!host) return names;
  return names[0] === '' ? [host, ...names.slice(1)] : [host, ...names];
}

function takeHost(base, to, host) {
  if (host || host === '') {
    if (base.host !== host) base.auth = null;
    base.host = host;
    base.port = to.port;
  }
  if (to.hostname || to.hostname === '') {
    if (base.hostname !== to.hostname) base.auth = null;
    base.hostname = to.hostname;
  }
}

function onlyQuery(base, to, names, flat) {
  if (flat) {
    base.hostname = base.host = names.shift() ?? null;
    splitUser(base);
  }
  takeQuery(base, to);
  if (base.pathname !== null || base.search !== null) setPath(base);
  return finish(base);
}

// user@host that came through the path; a second @ ends the host
function splitUser(url) {
  if (!(url.host?.indexOf('@') > 0)) return undefined;
  const [user, host] = url.host.split('@');
  url.auth = user;
  url.host = url.hostname = host;
  return user;
}

/** Without . and .., as far as they lead to something. */
function normalize(names, base, relative, climbs, absolute) {
  const last = names[names.length - 1];
  const endsInFolder = ((base.host || relative.host || names.length > 1) && (last === '.' || last === '..')) || last === '';
  const kept = [];
  let up = 0;
  for (let i = names.length - 1; i >= 0; i--) {
    if (names[i] === '.') continue;
    if (names[i] === '..') up++;
    else if (up > 0) up--;
    else kept.unshift(names[i]);
  }
  if (climbs) for (; up > 0; up--) kept.unshift('..');
  if (absolute && kept[0] !== '' && kept[0]?.[0] !== '/') kept.unshift('');
  if (endsInFolder && !kept.join('/').endsWith('/')) kept.push('');
  return kept;
}

function place(base, to, flat, absolute, names) {
  const rooted = names[0] === '' || names[0]?.[0] === '/';
  let user;
  if (flat) {
    base.hostname = base.host = rooted || names.length === 0 ? '' : names.shift();
    user = splitUser(base);
  }
  if ((absolute || (base.host && names.length > 0)) && !rooted) names.unshift('');
  base.pathname = names.length > 0 ? names.join('/') : null;
  base.path = names.length > 0 || base.search ? (base.pathname || '') + (base.search || '') : null;
  base.auth = user ?? (to.auth || base.auth);
  base.slashes ||= to.slashes;
  return finish(base);
}

module.exports = { resolve };
