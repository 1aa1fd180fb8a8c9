// nodejs.org/api/http.html#class-httpagent, v22.
// Missing: `scheduling` takes the last freed socket always for 'lifo' and the first for 'fifo'; proxy settings from the environment.
'use strict';

const EventEmitter = require('events');
const { validateNumber, validateOneOf } = require('internal/validators');

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  EventEmitter.call(this);
  this.options = { __proto__: null, ...options };
  if (this.options.noDelay === undefined) this.options.noDelay = true;
  this.options.path = null;
  this.defaultPort = 80;
  this.protocol = 'http:';
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Infinity;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
  if (this.maxTotalSockets !== undefined) validateNumber(this.maxTotalSockets, 'maxTotalSockets', 1);
  else this.maxTotalSockets = Infinity;
  this.on('free', onFree);
}
Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Agent, EventEmitter);
Agent.defaultMaxSockets = Infinity;

Agent.prototype.createConnection = function createConnection(...args) {
  return require('net').createConnection(...args);
};

Agent.prototype.getName = function getName(options = {}) {
  let name = `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}`;
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
};

Agent.prototype.addRequest = function addRequest(request, options, port, localAddress) {
  if (typeof options === 'string') options = { __proto__: null, host: options, port, localAddress };
  options = { __proto__: null, ...options, ...this.options };
  if (options.socketPath) options.path = options.socketPath;
  normalizeServerName(options, request);
  const name = this.getName(options);
  this.sockets[name] ??= [];
  const socket = freeSocket(this, name, request);
  if (socket !== undefined) {
    request.reusedSocket = true;
    this.sockets[name].push(socket);
    setRequestSocket(this, request, socket);
    removeIfEmpty(this.freeSockets, name);
  } else if (this.sockets[name].length < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
    this.createSocket(request, options, (error, created) => {
      if (error) request.onSocket(created, error);
      else setRequestSocket(this, request, created);
    });
  } else {
    request._agentOptions = options;
    (this.requests[name] ??= []).push(request);
  }
};

function normalizeServerName(options, request) {
  if (options.servername || options.servername === '') return;
  const host = request.getHeader('host');
  options.servername = typeof host === 'string' ? host.replace(/^\[|\](?::\d+)?$|:\d+$/g, '') : options.host;
}

function freeSocket(agent, name, request) {
  const free = agent.freeSockets[name];
  if (free === undefined) return undefined;
  while (free.length > 0 && free[0].destroyed) free.shift();
  let socket = agent.scheduling === 'fifo' ? free.shift() : free.pop();
  while (socket !== undefined && socket.destroyed) socket = free.pop();
  if (socket !== undefined) agent.reuseSocket(socket, request);
  removeIfEmpty(agent.freeSockets, name);
  return socket;
}

Agent.prototype.createSocket = function createSocket(request, options, callback) {
  options = { __proto__: null, ...options, ...this.options };
  if (options.socketPath) options.path = options.socketPath;
  normalizeServerName(options, request);
  const name = this.getName(options);
  options._agentKey = name;
  options.encoding = null;
  let called = false;
  const onCreate = (error, socket) => {
    if (called) return;
    called = true;
    if (error) {
      callback(error);
      return;
    }
    (this.sockets[name] ??= []).push(socket);
    this.totalSocketCount++;
    installListeners(this, socket, options);
    callback(null, socket);
  };
  if (this.keepAlive) {
    options.keepAlive = this.keepAlive;
    options.keepAliveInitialDelay = this.keepAliveMsecs;
  }
  const socket = this.createConnection(options, onCreate);
  if (socket) onCreate(null, socket);
};

function installListeners(agent, socket, options) {
  const onFreed = () => agent.emit('free', socket, options);
  const onClosed = () => agent.removeSocket(socket, options);
  const onTimeout = () => {
    for (const name of Object.keys(agent.freeSockets)) {
      if (agent.freeSockets[name].includes(socket)) {
        socket.destroy();
        return;
      }
    }
  };
  const onRemoved = () => {
    agent.removeSocket(socket, options);
    socket.removeListener('close', onClosed);
    socket.removeListener('free', onFreed);
    socket.removeListener('timeout', onTimeout);
    socket.removeListener('agentRemove', onRemoved);
  };
  socket.on('free', onFreed);
  socket.on('close', onClosed);
  socket.on('timeout', onTimeout);
  socket.on('agentRemove', onRemoved);
  if (agent.options.timeout) socket.setTimeout(agent.options.timeout);
}

// nodejs.org/api/http.html#event-free: a socket's request is done.
function onFree(socket, options) {
  const name = this.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const waiting = this.requests[name];
  if (waiting !== undefined && waiting.length > 0) {
    const request = waiting.shift();
    removeIfEmpty(this.requests, name);
    request.reusedSocket = true;
    setRequestSocket(this, request, socket);
    return;
  }
  const request = socket._httpMessage;
  if (!request?.shouldKeepAlive || !this.keepAlive) {
    socket.destroy();
    return;
  }
  keep(this, socket, name);
}

function keep(agent, socket, name) {
  const free = agent.freeSockets[name] ?? [];
  const used = agent.sockets[name]?.length ?? 0;
  const count = free.length + used;
  if (agent.totalSocketCount > agent.maxTotalSockets || count > agent.maxSockets || free.length >= agent.maxFreeSockets ||
      !agent.keepSocketAlive(socket)) {
    socket.destroy();
    return;
  }
  agent.freeSockets[name] = free;
  socket._httpMessage = null;
  agent.removeSocket(socket, { _agentKey: name, keep: true });
  socket.once('error', onFreeError);
  free.push(socket);
}

function onFreeError() {
  this.destroy();
  this.emit('agentRemove');
}

Agent.prototype.keepSocketAlive = function keepSocketAlive(socket) {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let wait = this.options.timeout || 0;
  const hint = /^timeout=(\d+)/.exec(socket._httpMessage?.res?.headers['keep-alive'] ?? '')?.[1];
  if (hint !== undefined) {
    // A second less than the server says, so that the last request does not meet its close.
    const granted = hint * 1000 - 1000;
    if (granted <= 0) return false;
    wait = wait === 0 ? granted : Math.min(wait, granted);
  }
  if (socket.timeout !== wait) socket.setTimeout(wait);
  return true;
};

Agent.prototype.reuseSocket = function reuseSocket(socket) {
  socket.removeListener('error', onFreeError);
  socket.ref();
};

Agent.prototype.removeSocket = function removeSocket(socket, options) {
  const name = options._agentKey ?? this.getName(options);
  const tables = options.keep || socket.writable ? [this.sockets] : [this.sockets, this.freeSockets];
  for (const table of tables) {
    const at = table[name]?.indexOf(socket) ?? -1;
    if (at === -1) continue;
    table[name].splice(at, 1);
    removeIfEmpty(table, name);
    if (!options.keep) this.totalSocketCount--;
  }
  if (!options.keep) serveNext(this, name);
};

function serveNext(agent, name) {
  const waiting = agent.requests[name];
  if (waiting === undefined || (agent.sockets[name]?.length ?? 0) >= agent.maxSockets) return;
  const request = waiting.shift();
  removeIfEmpty(agent.requests, name);
  if (request === undefined) return;
  agent.createSocket(request, request._agentOptions, (error, socket) => {
    if (error) request.onSocket(null, error);
    else setRequestSocket(agent, request, socket);
  });
}

function removeIfEmpty(table, name) {
  if (table[name]?.length === 0) delete table[name];
}

function setRequestSocket(agent, request, socket) {
  request.onSocket(socket);
  const wait = agent.options.timeout || 0;
  if (request.timeout === undefined || request.timeout === wait) return;
  socket.setTimeout(request.timeout);
}

Agent.prototype.destroy = function destroy() {
  for (const table of [this.freeSockets, this.sockets]) {
    for (const name of Object.keys(table)) for (const socket of [...table[name]]) socket.destroy();
  }
};

module.exports = { Agent, globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }) };
