// nodejs.org/api/url.html#legacy-url-api, v22. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { validateString, validateObject } = require('internal/validators');
const { read, readTarget } = require('internal/url/legacy/parse');
const { write } = require('internal/url/legacy/format');

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

Url.prototype.parse = function(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  if (readTarget(this, url, Boolean(parseQueryString))) return this;
  read(this, url, Boolean(parseQueryString), Boolean(slashesDenoteHost));
  this.href = this.format();
  return this;
};

Url.prototype.format = function() {
  return write(this);
};

Url.prototype.resolve = function(relative) {
  return this.resolveObject(parse(relative, false, true)).format();
};

Url.prototype.resolveObject = function(relative) {
  if (typeof relative === 'string') relative = parse(relative, false, true);
  const { resolve: resolved } = require('internal/url/legacy/resolve');
  return resolved(Object.assign(new Url(), this), relative);
};

Url.prototype.parseHost = function() {
  const { port } = /(?<port>:[0-9]*)?$/.exec(this.host).groups;
  if (port !== undefined) {
    if (port !== ':') this.port = port.slice(1);
    this.host = this.host.slice(0, -port.length);
  }
  if (this.host) this.hostname = this.host;
};

function parse(url, parseQueryString, slashesDenoteHost) {
  return url instanceof Url ? url : new Url().parse(url, parseQueryString, slashesDenoteHost);
}

function resolve(from, to) {
  return parse(from, false, true).resolve(to);
}

function resolveObject(from, to) {
  return from ? parse(from, false, true).resolveObject(to) : to;
}

function format(urlObject, options) {
  if (typeof urlObject === 'string') return parse(urlObject).format();
  if (typeof urlObject !== 'object' || urlObject === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  }
  const { URL } = require('internal/url');
  return urlObject instanceof URL ? formatStandard(urlObject, options) : Reflect.apply(Url.prototype.format, urlObject, []);
}

function formatStandard(url, options) {
  if (options === undefined) return url.href;
  if (options) validateObject(options, 'options');
  const wants = (name, otherwise) => (options?.[name] === undefined ? otherwise : Boolean(options[name]));
  const { URL } = require('internal/url');
  const copy = new URL(url.href);
  if (!wants('fragment', true)) copy.hash = '';
  if (!wants('search', true)) copy.search = '';
  if (!wants('auth', true)) {
    copy.username = '';
    copy.password = '';
  }
  if (!wants('unicode', false) || copy.host === '') return copy.href;
  // the host stands between the userinfo and the port, and only once there
  const start = copy.href.indexOf(copy.host, copy.protocol.length + (copy.username ? copy.href.indexOf('@') - copy.protocol.length : 2));
  const shown = internalBinding('url').domainToUnicode(copy.hostname);
  return `${copy.href.slice(0, start)}${shown}${copy.href.slice(start + copy.hostname.length)}`;
}

module.exports = { Url, parse, resolve, resolveObject, format };
