// https://nodejs.org/docs/latest-v22.x/api/readline.html#callback-api (v22): the Interface whose question takes a callback. Missing: nothing.
'use strict';

const { AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { Interface: Base, kQuestion } = require('internal/readline/interface');

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  Base.call(this, input, output, completer, terminal);
}
Object.setPrototypeOf(Interface.prototype, Base.prototype);
Object.setPrototypeOf(Interface, Base);

Interface.prototype.question = function question(query, options, callback) {
  const answer = typeof options === 'function' ? options : callback;
  const settings = options === null || typeof options !== 'object' ? {} : options;
  if (settings.signal) {
    validateAbortSignal(settings.signal, 'options.signal');
    if (settings.signal.aborted) return;
    const onAbort = () => this._questionCancel();
    const forget = require('internal/streams/add_abort_signal').addAbortListener(settings.signal, onAbort);
    if (typeof answer === 'function') {
      this[kQuestion](query, (line) => {
        forget();
        return answer(line);
      });
      return;
    }
  }
  if (typeof answer === 'function') this[kQuestion](query, answer);
};

Interface.prototype.question[require('internal/util').promisify.custom] = function question(query, options) {
  const { signal } = options ?? {};
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  }
  return new Promise((resolve, reject) => {
    let forget;
    if (signal) {
      forget = require('internal/streams/add_abort_signal').addAbortListener(signal, () => {
        reject(new AbortError(undefined, { cause: signal.reason }));
      });
    }
    this.question(query, options, (line) => {
      forget?.();
      resolve(line);
    });
  });
};

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, createInterface };
