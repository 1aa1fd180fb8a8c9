'use strict';

// errors that nobody catches, each heard by the listener that Node calls; one after the other, as a failed tick delays the ticks behind it
exports.start = () => {
  process.on('uncaughtException', (error, origin) => console.log(`${origin}: ${error.message}`));
  process.on('unhandledRejection', (reason) => console.log(`rejection: ${reason.message}`));
  const fail = (text) => () => {
    throw new Error(text);
  };
  const steps = [
    fail('in a timer'),
    () => process.nextTick(fail('in a tick')),
    () => queueMicrotask(fail('in a microtask')),
    () => Promise.reject(new Error('nobody handles it')),
    () => setImmediate(fail('in an immediate')),
    () => process.emit('error', new Error('no listener for error')),
  ];
  const next = () => {
    const step = steps.shift();
    if (step === undefined) return;
    setTimeout(next, 5);
    step();
  };
  setTimeout(next, 1);
  process.on('exit', (code) => console.log(`exit ${code}`));
};
