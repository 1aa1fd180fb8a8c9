// nodejs.org/api/http.html#class-httpclientrequest, v22. The response side is in internal/http/client_response.
// Missing: socketPath, which throws; `insecureHTTPParser` changes nothing.
'use strict';

const { run, snapshot } = require('internal/async_context');
const { heard } = require('internal/diagnostics');
const { kContext } = require('internal/net/handle');
const { codes, AbortError } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { OutgoingMessage, kFields, kErrored, kUnique } = require('internal/http/outgoing');
const { isToken } = require('internal/http/common');
const { validateBoolean, validateInteger, validateNumber } = require('internal/validators');

const bodyless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);
const notInPath = /[^\u0021-\u00ff]/;

function ClientRequest(input, options, callback) {
  if (!(this instanceof ClientRequest)) return new ClientRequest(input, options, callback);
  OutgoingMessage.call(this);
  [options, callback] = normalized(input, options, callback);
  const agent = chosenAgent(this, options);
  const { defaultPort, protocol } = checked(options, agent);
  const port = (options.port = options.port || defaultPort || 80);
  const host = (options.host = hostOf(options.hostname, 'hostname') || hostOf(options.host, 'host') || 'localhost');
  this.method = methodOf(options);
  this.path = options.path || '/';
  this.host = host;
  this.protocol = protocol;
  this.maxHeaderSize = options.maxHeaderSize;
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this.aborted = false;
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  this.res = null;
  this._ended = false;
  this[kContext] = snapshot();
  if (options.timeout !== undefined) this.timeout = timeoutOf(options.timeout);
  if (callback) this.once('response', callback);
  if (bodyless.has(this.method)) this.useChunkedEncodingByDefault = false;
  keepAliveAs(this, agent);
  this[kUnique] = options.uniqueHeaders ? new Set(options.uniqueHeaders.flat().map((name) => name.toLowerCase())) : null;
  setFields(this, options, host, port, defaultPort);
  if (options.signal) abortWith(this, options.signal);
  heard('http.client.request.created')?.publish({ request: this });
  obtainSocket(this, agent, options);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

function normalized(input, options, callback) {
  if (typeof input === 'string' || input instanceof URL) {
    input = fromUrl(typeof input === 'string' ? new URL(input) : input);
  } else {
    callback = options;
    options = input;
    input = null;
  }
  if (typeof options === 'function') {
    callback = options;
    options = input ?? {};
  } else {
    options = Object.assign(input ?? {}, options);
  }
  return [{ ...options }, callback];
}

function fromUrl(url) {
  const host = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
  const options = {
    protocol: url.protocol, hostname: host, hash: url.hash, search: url.search, pathname: url.pathname,
    path: `${url.pathname || ''}${url.search || ''}`, href: url.href,
  };
  if (url.port !== '') options.port = Number(url.port);
  if (url.username || url.password) options.auth = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return options;
}

function chosenAgent(request, options) {
  let { agent } = options;
  const defaultAgent = options._defaultAgent || require('internal/http/agent').globalAgent;
  if (agent === false) {
    agent = new defaultAgent.constructor();
  } else if (agent === null || agent === undefined) {
    if (typeof options.createConnection !== 'function') agent = defaultAgent;
  } else if (typeof agent.addRequest !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
  }
  request.agent = agent;
  return agent;
}

function checked(options, agent) {
  const defaultAgent = options._defaultAgent || agent;
  const protocol = options.protocol || defaultAgent?.protocol || 'http:';
  const expected = agent?.protocol ?? options._defaultAgent?.protocol ?? 'http:';
  if (options.path && notInPath.test(String(options.path))) throw new codes.ERR_UNESCAPED_CHARACTERS('Request path');
  if (protocol !== expected) throw new codes.ERR_INVALID_PROTOCOL(protocol, expected);
  if (options.socketPath) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('http.request({ socketPath })');
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  return { defaultPort: options.defaultPort || agent?.defaultPort, protocol };
}

function hostOf(host, name) {
  if (host !== null && host !== undefined && typeof host !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'undefined', 'null'], host);
  }
  return host;
}

function methodOf(options) {
  const { method } = options;
  if (method !== null && method !== undefined && typeof method !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.method', 'string', method);
  }
  if (!method) return 'GET';
  if (!isToken(method)) throw new codes.ERR_INVALID_HTTP_TOKEN('Method', method);
  return (options.method = method.toUpperCase());
}

function timeoutOf(value) {
  validateNumber(value, 'timeout');
  if (value < 0 || !Number.isFinite(value)) throw new codes.ERR_OUT_OF_RANGE('timeout', 'a non-negative finite number', value);
  return Math.min(value, 2 ** 31 - 1);
}

function keepAliveAs(request, agent) {
  if (!agent || (!agent.keepAlive && !Number.isFinite(agent.maxSockets))) {
    request._last = true;
    request.shouldKeepAlive = false;
  } else {
    request._last = false;
    request.shouldKeepAlive = true;
  }
}

function setFields(request, options, host, port, defaultPort) {
  const { headers } = options;
  const defaults = options.setDefaultHeaders ?? true;
  if (options.setDefaultHeaders !== undefined) validateBoolean(options.setDefaultHeaders, 'options.setDefaultHeaders');
  if (!defaults) request._bare = true;
  if (Array.isArray(headers)) {
    request._storeHeader(firstLine(request), headers);
    return;
  }
  if (headers) {
    if (headers.host !== undefined && Array.isArray(headers.host)) {
      throw new codes.ERR_INVALID_ARG_TYPE('options.headers.host', 'String', headers.host);
    }
    for (const name of Object.keys(headers)) request.setHeader(name, headers[name]);
  }
  if (host && !request.getHeader('host') && (options.setHost ?? defaults)) {
    const shown = host.includes(':') && host.includes(':', host.indexOf(':') + 1) && !host.startsWith('[') ? `[${host}]` : host;
    request.setHeader('Host', port && +port !== defaultPort ? `${shown}:${port}` : shown);
  }
  if (options.auth && !request.getHeader('Authorization')) {
    request.setHeader('Authorization', `Basic ${require('buffer').Buffer.from(options.auth).toString('base64')}`);
  }
  if (request.getHeader('expect')) {
    if (request._header !== null) throw new codes.ERR_HTTP_HEADERS_SENT('render');
    request._storeHeader(firstLine(request), request[kFields]);
  }
}

function firstLine(request) {
  return `${request.method} ${request.path} HTTP/1.1\r\n`;
}

function abortWith(request, signal) {
  require('internal/validators').validateAbortSignal(signal, 'options.signal');
  const abort = () => request.destroy(new AbortError(undefined, { cause: signal.reason }));
  if (signal.aborted) {
    nextTick(abort);
    return;
  }
  signal.addEventListener('abort', abort);
  request.once('close', () => signal.removeEventListener('abort', abort));
}

function obtainSocket(request, agent, options) {
  if (agent) {
    options.path = null;
    agent.addRequest(request, options);
    return;
  }
  let called = false;
  const onCreate = (error, socket) => {
    if (called) return;
    called = true;
    request.onSocket(socket, error);
  };
  try {
    const create = options.createConnection ?? require('net').createConnection;
    const socket = create({ ...options, path: undefined }, onCreate);
    if (socket) onCreate(null, socket);
  } catch (error) {
    onCreate(error);
  }
}

Object.defineProperty(ClientRequest.prototype, 'writableFinished', {
  __proto__: null, configurable: true, get() { return this.finished && this.outputSize === 0 && this._ended; },
});

ClientRequest.prototype._beforeFinish = function _beforeFinish() {
  this._ended = true;
  require('internal/http/client_response').requestFinished(this);
};

/** The program has ended the request: all of it is known. */
ClientRequest.prototype._finish = function _finish() {
  OutgoingMessage.prototype._finish.call(this);
  heard('http.client.request.start')?.publish({ request: this });
};

ClientRequest.prototype._implicitHeader = function _implicitHeader() {
  if (this._header !== null) throw new codes.ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(firstLine(this), this[kFields]);
};

ClientRequest.prototype.onSocket = function onSocket(socket, error) {
  nextTick(() => run(this[kContext], require('internal/http/client_response').takeSocket, undefined, this, socket, error));
};

ClientRequest.prototype.abort = function abort() {
  if (this.aborted) return;
  this.aborted = true;
  nextTick(() => this.emit('abort'));
  this.destroy();
};

ClientRequest.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this.res?._dump();
  this[kErrored] = error ?? null;
  this.socket?.destroy(error);
  return this;
};

ClientRequest.prototype.setTimeout = function setTimeout(milliseconds, callback) {
  if (this._ended) return this;
  const delay = timeoutOf(milliseconds);
  this.timeout = delay;
  if (callback) this.once('timeout', callback);
  const apply = (socket) => {
    if (socket.connecting) socket.once('connect', () => socket.setTimeout(delay));
    else socket.setTimeout(delay);
  };
  if (this.socket) apply(this.socket);
  else this.once('socket', apply);
  return this;
};

for (const [name, method] of [['setNoDelay', 'setNoDelay'], ['setSocketKeepAlive', 'setKeepAlive']]) {
  ClientRequest.prototype[name] = function onceConnected(...args) {
    const apply = (socket) => (socket.connecting ? socket.once('connect', () => socket[method](...args)) : socket[method](...args));
    if (this.socket) apply(this.socket);
    else this.once('socket', apply);
  };
}

ClientRequest.prototype.clearTimeout = function clearTimeout(callback) {
  this.setTimeout(0, callback);
};

ClientRequest.prototype._parsed = require('internal/http/client_response').events;
require('internal/http/events');

module.exports = { ClientRequest };
