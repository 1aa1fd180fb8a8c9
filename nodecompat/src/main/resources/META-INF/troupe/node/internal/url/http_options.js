// nodejs.org/api/url.html#urlurltohttpoptionsurl, v22. Nothing is missing.
'use strict';

const { validateObject } = require('internal/validators');

const withoutBrackets = (host) => (host && host[0] === '[' ? host.slice(1, -1) : host);

function urlToHttpOptions(url) {
  validateObject(url, 'url', { allowArray: true, allowFunction: true });
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url, // what a program has put on the URL
    protocol: url.protocol,
    hostname: withoutBrackets(hostname),
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

module.exports = { urlToHttpOptions };
