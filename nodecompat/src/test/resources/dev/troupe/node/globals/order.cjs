'use strict';

// what runs when: ticks, microtasks, timers, immediates, and the events of the end
// from within a callback of the loop: start itself is called by a promise
exports.start = () => setImmediate(() => {
  const say = (text) => console.log(text);
  setTimeout(() => {
    say('timeout 1');
    Promise.resolve().then(() => say('microtask of timeout 1'));
    process.nextTick(() => say('tick of timeout 1'));
  }, 1);
  setTimeout(() => say('timeout 2'), 1);
  setTimeout(() => {
    setImmediate(() => {
      say('immediate 1');
      process.nextTick(() => say('tick of immediate 1'));
      Promise.resolve().then(() => say('microtask of immediate 1'));
    });
    setImmediate(() => say('immediate 2'));
    setTimeout(() => say('timeout after immediates'), 20);
  }, 5);
  const cleared = setTimeout(() => say('never'), 1);
  clearTimeout(String(cleared[Symbol.toPrimitive]()));
  setTimeout(() => say('never, as it does not hold the loop'), 60000).unref();
  process.nextTick((a, b) => {
    say(`tick ${a} ${b}`);
    Promise.resolve().then(() => say('microtask of the tick'));
    process.nextTick(() => say('tick of the tick'));
  }, 1, 2);
  Promise.resolve().then(() => process.nextTick(() => say('tick of a microtask')));
  queueMicrotask(() => say('microtask'));
  let rounds = 0;
  process.on('beforeExit', () => {
    say(`beforeExit ${++rounds}`);
    if (rounds === 1) setImmediate(() => say('more work'));
  });
  process.on('exit', (code) => say(`exit ${code}`));
  process.exitCode = 3;
  say('start');
});
