exports.start = () => {
  process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
  process.on('rejectionHandled', () => console.log('handled late'));
  const first = Promise.reject(1);
  Promise.reject(2);
  const third = Promise.reject(3);
  process.nextTick(() => Promise.resolve().then(() => process.nextTick(() => third.catch(() => console.log('in time')))));
  setImmediate(() => first.catch(() => {}));
};
