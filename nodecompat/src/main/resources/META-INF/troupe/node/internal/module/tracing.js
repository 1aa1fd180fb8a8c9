// nodejs.org/api/diagnostics_channel.html#modules, v22: the channels module.require and module.import, loaded by the loaders once the program has
// loaded diagnostics_channel. Missing: nothing.
'use strict';

const { hasSubscribers, tracingChannel } = require('diagnostics_channel');

const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

/** The tracing channel `name`; undefined while nobody listens, so that none is made for nobody. */
function traced(name) {
  return EVENTS.some((event) => hasSubscribers(`tracing:${name}:${event}`)) ? tracingChannel(name) : undefined;
}

module.exports = { traced };
