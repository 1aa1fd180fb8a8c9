// nodejs.org/api/perf_hooks.html#performanceeventlooputilizationutilization1-utilization2, v22. Active is the processor time that the host has
// metered for the actor's turns, up to the turn before this one; the rest of the time since the clock began is idle. Missing: nothing.
'use strict';

const { performance } = require('perf_hooks');

function measure() {
  const [microseconds] = internalBinding('process').usage();
  const active = Number(microseconds) / 1000;
  const idle = Math.max(0, performance.now() - active);
  return make(idle, active);
}

const make = (idle, active) => ({ idle, active, utilization: idle + active > 0 ? active / (idle + active) : 0 });

function eventLoopUtilization(first, second) {
  if (first && second) return make(first.idle - second.idle, first.active - second.active);
  const now = measure();
  return first ? make(Math.max(0, now.idle - first.idle), now.active - first.active) : now;
}

module.exports = { eventLoopUtilization };
