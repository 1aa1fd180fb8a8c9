// nodejs.org/api/test.html#class-testsstream, v22: the events of a run, as events and as a stream of { type, data }. Missing: test:coverage
// and the events of watch mode.
'use strict';

const { Readable } = require('stream');

class TestsStream extends Readable {
  #waiting = [];
  #wants = false;

  constructor() {
    super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER });
  }

  _read() {
    this.#wants = true;
    while (this.#wants && this.#waiting.length > 0) this.#wants = this.push(this.#waiting.shift());
  }

  tell(type, data) {
    const item = { type, data };
    if (this.#wants) this.#wants = this.push(item);
    else this.#waiting.push(item);
    this.emit(type, data);
  }

  emitEvent(type, test) {
    const data = { __proto__: null, name: test.name, nesting: test.nesting, ...test.where };
    if (type === 'test:enqueue' || type === 'test:dequeue') data.type = test.type;
    if (type === 'test:complete' || type === 'test:pass' || type === 'test:fail') {
      data.testNumber = test.number;
      data.details = { __proto__: null, duration_ms: test.duration, type: test.type };
      if (type === 'test:complete') data.details.passed = test.passed;
      if (test.error !== null && !test.passed) data.details.error = test.error;
      if (test.skipped) data.skip = test.message ?? true;
      if (test.isTodo && !test.skipped) data.todo = test.message ?? true;
    }
    this.tell(type, data);
  }

  plan(nesting, count, test) {
    this.tell('test:plan', { __proto__: null, nesting, count, ...test?.where });
  }

  diagnostic(nesting, message, where) {
    this.tell('test:diagnostic', { __proto__: null, nesting, message, level: 'info', ...where });
  }

  summary(data) {
    this.tell('test:summary', { __proto__: null, ...data });
  }

  end() {
    this.#waiting.push(null);
    if (this.#wants) this._read();
  }
}

module.exports = { TestsStream };
