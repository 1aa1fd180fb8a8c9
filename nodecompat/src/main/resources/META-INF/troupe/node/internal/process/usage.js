// nodejs.org/api/process.html#processcpuusagepreviousvalue, #processthreadcpuusagepreviousvalue, #processresourceusage and
// #processmemoryusage, v22. Processor time is the actor's own, as the host meters its turns: all of it counts as `user`, and the turn that runs
// is not in it yet. Memory is that of the whole JVM: a single actor's cannot be told. What neither knows is 0, as Node has it on Windows.
'use strict';

const { codes } = require('internal/errors');
const { validateNumber, validateObject } = require('internal/validators');
const host = internalBinding('process');

function microseconds() {
  const [used] = host.usage();
  return Number(used);
}

function checked(previous, name) {
  validateNumber(previous[name], `prevValue.${name}`);
  if (!(previous[name] >= 0 && previous[name] <= Number.MAX_SAFE_INTEGER)) {
    throw new codes.ERR_INVALID_ARG_VALUE.RangeError(`prevValue.${name}`, previous[name]);
  }
}

function cpuUsage(prevValue) {
  const user = microseconds();
  if (!prevValue) return { user, system: 0 };
  validateObject(prevValue, 'prevValue');
  checked(prevValue, 'user');
  checked(prevValue, 'system');
  return { user: user - prevValue.user, system: 0 - prevValue.system };
}

function resourceUsage() {
  const [used] = host.memory();
  return {
    userCPUTime: microseconds(), systemCPUTime: 0, maxRSS: Math.round(Number(used) / 1024), sharedMemorySize: 0, unsharedDataSize: 0,
    unsharedStackSize: 0, minorPageFault: 0, majorPageFault: 0, swappedOut: 0, fsRead: 0, fsWrite: 0, ipcSent: 0, ipcReceived: 0,
    signalsCount: 0, voluntaryContextSwitches: 0, involuntaryContextSwitches: 0,
  };
}

function memoryUsage() {
  const [used, total] = host.memory();
  return { rss: Number(total), heapTotal: Number(total), heapUsed: Number(used), external: 0, arrayBuffers: 0 };
}

memoryUsage.rss = () => Number(host.memory()[1]);

/** Bytes that the JVM may still take. */
function availableMemory() {
  const [used, , most] = host.memory();
  return Number(most) - Number(used);
}

module.exports = {
  cpuUsage,
  threadCpuUsage: function threadCpuUsage(prevValue) {
    return cpuUsage(prevValue);
  },
  resourceUsage,
  memoryUsage,
  availableMemory,
  constrainedMemory: () => Number(host.memory()[2]),
};
