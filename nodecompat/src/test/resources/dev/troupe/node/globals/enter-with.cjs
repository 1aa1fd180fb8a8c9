const { AsyncLocalStorage } = require('node:async_hooks');

const first = new AsyncLocalStorage();
const second = new AsyncLocalStorage();
const show = (where) => console.log(where, first.getStore(), second.getStore());

exports.start = () => {
  first.enterWith('one');
  setImmediate(() => show('scheduled before'));
  first.enterWith('two');
  setImmediate(() => {
    first.enterWith('inner');
    setImmediate(() => show('within'));
  });
  setImmediate(() => show('beside'));
  first.run('run', () => {
    second.enterWith('stays');
    show('inside run');
  });
  show('after run');
  process.once('uncaughtException', () => show('where it was thrown'));
  second.run('thrown', () => {
    setImmediate(() => {
      throw new Error('nobody catches');
    });
  });
};
