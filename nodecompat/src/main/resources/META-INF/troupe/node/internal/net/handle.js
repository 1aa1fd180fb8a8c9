// nodejs.org/api/net.html, v22: the hold of servers on the transport in Java; that of sockets, internal/net/stream_handle, loads with the first.
// What programs reach as `_handle` is an empty object: the host object behind it stays here. For built-ins only.
// Missing: the methods of Node's own handles, which are no API.
'use strict';

const tcp = internalBinding('tcp');

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

// no loop and no function that makes these: each would cost a scope in each realm
module.exports = {
  kContext,
  nativeOf,
  wrap: (native) => new Handle(native),
  /** A handle, or Node's code of the failure. */
  listen(owner, host, port, backlog) {
    const native = tcp.listen(owner, host, port, backlog);
    return typeof native === 'string' ? native : new Handle(native);
  },
  onServers(connection, closed) {
    tcp.onServers((server, native) => connection(server, new Handle(native)), closed);
  },
  close: (handle) => tcp.close(nativeOf(handle)),
  ref: (handle) => tcp.ref(nativeOf(handle)),
  unref: (handle) => tcp.unref(nativeOf(handle)),
  local: (handle) => tcp.local(nativeOf(handle)),
};
