// What the tests of the runtime reach the host by.
'use strict';

const realm = internalBinding('realm');
const test = internalBinding('test');

exports.exit = (code) => realm.exit(code);
exports.print = (text) => realm.write(1, `${text}\n`);
exports.timer = (millis, callback) => {
  realm.onTimer(callback);
  realm.setTimer(millis);
};
exports.immediate = (callback) => {
  realm.onCheck(() => {
    realm.unref();
    callback();
  });
  realm.ref();
  realm.check();
};
exports.fail = (how) => test.fail(how);
exports.echo = (view) => test.echo(view);
exports.leaked = test;
