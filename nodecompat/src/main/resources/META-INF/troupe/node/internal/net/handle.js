// nodejs.org/api/net.html, v22: the hold of sockets and servers on the transport in Java, as functions of the tcp binding that take a handle.
// What programs reach as `_handle` is an empty object: the host object behind it stays here. For built-ins only.
// Missing: the methods of Node's own handles, which are no API.
'use strict';

const binding = internalBinding('tcp');

/** The async context that a socket, server or parser's owner got at connect(), listen() or a message; undefined while no storage is in use. */
const kContext = Symbol('kContext');

let nativeOf;

class Handle {
  #native;

  constructor(native) {
    this.#native = native;
  }

  static {
    nativeOf = (handle) => handle.#native;
  }
}
// a handle leads nobody to its class
delete Handle.prototype.constructor;

const alone = (call) => (handle) => call(nativeOf(handle));
const withOne = (call) => (handle, value) => call(nativeOf(handle), value);
const withTwo = (call) => (handle, first, second) => call(nativeOf(handle), first, second);
const withThree = (call) => (handle, first, second, third) => call(nativeOf(handle), first, second, third);

/** A handle, or Node's code of the failure. */
function listen(owner, host, port, backlog) {
  const native = binding.listen(owner, host, port, backlog);
  return typeof native === 'string' ? native : new Handle(native);
}

function connect(owner, host, port, family, localAddress, localPort) {
  return new Handle(binding.connect(owner, host, port, family, localAddress, localPort));
}

function onServers(connection, closed) {
  binding.onServers((server, native) => connection(server, new Handle(native)), closed);
}

module.exports = {
  kContext,
  onServers,
  onSockets: binding.onSockets,
  onMessages: binding.onMessages,
  utf8Length: binding.utf8Length,
  listen,
  connect,
  adopt: withOne(binding.adopt),
  readStart: alone(binding.readStart),
  readStop: alone(binding.readStop),
  writeBytes: withThree(binding.writeBytes),
  writeText: withTwo(binding.writeText),
  shutdown: alone(binding.shutdown),
  reset: alone(binding.reset),
  close: alone(binding.close),
  noDelay: withOne(binding.noDelay),
  keepAlive: withOne(binding.keepAlive),
  ref: alone(binding.ref),
  unref: alone(binding.unref),
  local: alone(binding.local),
  remote: alone(binding.remote),
  bytesRead: alone(binding.bytesRead),
  parseRequests: withTwo(binding.parseRequests),
  parseResponses: withTwo(binding.parseResponses),
  parseNothing: alone(binding.parseNothing),
  asks: withOne(binding.asks),
  answered: alone(binding.answered),
};
