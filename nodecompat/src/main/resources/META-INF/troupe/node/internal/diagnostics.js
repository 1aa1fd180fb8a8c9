// nodejs.org/api/diagnostics_channel.html#built-in-channels, v22: the channels of http and net, which cost a look-up where nobody asked for one.
// Missing: those of http2, udp, process and worker_threads.
'use strict';

const NAMES = [
  'http.client.request.created', 'http.client.request.start', 'http.client.request.error', 'http.client.response.finish',
  'http.server.request.start', 'http.server.response.created', 'http.server.response.finish',
  'net.client.socket', 'net.server.socket',
  'tracing:net.server.listen:asyncStart', 'tracing:net.server.listen:asyncEnd', 'tracing:net.server.listen:error',
];

/** Those that the program asked for, by their names. */
const asked = { __proto__: null };

/** diagnostics_channel made a channel. */
function made(channel) {
  if (NAMES.includes(channel.name)) asked[channel.name] = channel;
}

/** The channel, if somebody listens: `heard(name)?.publish(message)` makes no message for nobody. */
function heard(name) {
  const channel = asked[name];
  return channel !== undefined && channel.hasSubscribers ? channel : undefined;
}

module.exports = { heard, made };
