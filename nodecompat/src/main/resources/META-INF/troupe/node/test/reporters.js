// nodejs.org/api/test.html#test-reporters, v22. Missing: lcov, which needs coverage (it throws).
'use strict';

const { defineLazy } = require('internal/lazy');

/** A reporter over a stream of events, as an async generator. */
function generator(name) {
  return { async *[name](source) {
    const reporter = require(`internal/test_runner/reporter/${name}`).lines();
    for await (const event of source) {
      const text = reporter(event);
      if (text) yield text;
    }
    const text = reporter({ type: 'end' });
    if (text) yield text;
  } }[name];
}

for (const name of ['dot', 'junit', 'tap']) exports[name] = generator(name);

defineLazy(exports, 'spec', () => {
  const { Transform } = require('stream');
  class SpecReporter extends Transform {
    #reporter = require('internal/test_runner/reporter/spec').lines();

    constructor() {
      super({ __proto__: null, writableObjectMode: true });
    }

    _transform(event, encoding, callback) {
      callback(null, this.#reporter(event));
    }

    _flush(callback) {
      callback(null, this.#reporter({ type: 'end' }));
    }
  }
  // callable without new, too: stream.compose(spec)
  return new Proxy(SpecReporter, { __proto__: null, apply: (Class) => new Class() });
});

exports.lcov = require('internal/not_implemented').notImplemented('test/reporters.lcov');
