// nodejs.org/api/https.html#class-httpsagent, v22. Missing: createConnection, which throws, as TLS does.
'use strict';

const { Agent: HttpAgent } = require('internal/http/agent');
const { notImplemented } = require('internal/not_implemented');

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  HttpAgent.call(this, options);
  this.defaultPort = 443;
  this.protocol = 'https:';
  this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
}
Object.setPrototypeOf(Agent.prototype, HttpAgent.prototype);
Object.setPrototypeOf(Agent, HttpAgent);

Agent.prototype.createConnection = notImplemented('https.Agent.createConnection');

module.exports = { Agent, globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }) };
