// The channels console.log, console.info, console.debug, console.warn and console.error of nodejs.org/api/diagnostics_channel.html#console, v22.
// They exist once the program asked for one: until then a console pays nothing for them.
'use strict';

/** name to channel, filled by diagnostics_channel. */
const channels = { __proto__: null };
const NAMES = ['console.log', 'console.info', 'console.debug', 'console.warn', 'console.error'];

function created(channel) {
  if (NAMES.includes(channel.name)) channels[channel.name] = channel;
}

module.exports = { channels, created };
