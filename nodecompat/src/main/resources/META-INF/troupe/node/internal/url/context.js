// nodejs.org/api/url.html#the-whatwg-url-api, v22: where a URL's parts begin in its text, as util.inspect(url, { showHidden: true }) shows them.
// Missing: nothing.
'use strict';

const ABSENT = 2 ** 32 - 1;
const SPECIAL = ['http:', '', 'https:', 'ws:', 'ftp:', 'wss:', 'file:'];
const NOT_SPECIAL = 1;

class URLContext {
  constructor(url) {
    const { href, protocol, username, password, hostname, port, pathname, search, hash } = url;
    const authority = href.startsWith('//', protocol.length);
    this.href = href;
    this.protocol_end = protocol.length;
    this.username_end = protocol.length + (authority ? 2 : 0) + username.length;
    this.host_start = this.username_end + (password === '' ? 0 : password.length + 1);
    this.host_end = this.host_start + (username === '' && password === '' ? 0 : 1) + hostname.length;
    this.pathname_start = this.host_end + (port === '' ? 0 : port.length + 1);
    const searchStart = this.pathname_start + pathname.length;
    this.search_start = search === '' ? ABSENT : searchStart;
    this.hash_start = hash === '' ? ABSENT : searchStart + search.length;
    this.port = port === '' ? ABSENT : Number(port);
    const type = SPECIAL.indexOf(protocol);
    this.scheme_type = type < 0 ? NOT_SPECIAL : type;
  }

  get hasPort() {
    return this.port !== ABSENT;
  }

  get hasSearch() {
    return this.search_start !== ABSENT;
  }

  get hasHash() {
    return this.hash_start !== ABSENT;
  }
}

module.exports = { contextOf: (url) => new URLContext(url) };
