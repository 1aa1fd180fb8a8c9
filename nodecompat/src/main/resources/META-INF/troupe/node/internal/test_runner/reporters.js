// Which reporters a program's own tests have (nodejs.org/api/test.html#test-reporters, v22): --test-reporter, else tap, or spec on a terminal.
// Missing: reporters in modules of the program, --test-reporter-destination other than stdout and stderr.
'use strict';

const { codes } = require('internal/errors');
const { process } = require('internal/process/object');

const BUILT_IN = ['spec', 'tap', 'dot', 'junit', 'lcov'];

function optionsOf(name) {
  const values = [];
  process.execArgv.forEach((word, i) => {
    if (word.startsWith(`${name}=`)) values.push(word.slice(name.length + 1));
    else if (word === name) values.push(process.execArgv[i + 1]);
  });
  return values;
}

function attach(stream) {
  let names = optionsOf('--test-reporter');
  const destinations = optionsOf('--test-reporter-destination');
  if (names.length === 0) names = [process.stdout.isTTY ? 'spec' : 'tap'];
  names.forEach((name, i) => {
    if (!BUILT_IN.includes(name)) throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`--test-reporter=${name}`);
    const destination = destinations[i] ?? 'stdout';
    if (destination !== 'stdout' && destination !== 'stderr') {
      throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`--test-reporter-destination=${destination}`);
    }
    write(require(`internal/test_runner/reporter/${name}`).lines(), stream, destination);
  });
}

/** A reporter gets each event and gives the text for it; the stream itself needs no reader then. */
function write(reporter, stream, destination) {
  const out = process[destination];
  const tell = stream.tell;
  stream.tell = function(type, data) {
    const text = reporter({ type, data });
    if (text) out.write(text);
    Reflect.apply(tell, this, [type, data]);
  };
  const { end } = stream;
  stream.end = function() {
    const text = reporter({ type: 'end' });
    if (text) out.write(text);
    Reflect.apply(end, this, []);
  };
  stream.resume();
}

module.exports = { attach };
