// nodejs.org/api/fs.html#fscpsrc-dest-options-callback, v22. Written once as steps, each of them a plan; a driver waits for them or promises.
// Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateObject } = require('internal/validators');
const { checkedCallback, runPromise, runSync } = require('internal/fs/forms');
const { checkedPath, shown } = require('internal/fs/paths');
const { copyMode } = require('internal/fs/names');
const steps = require('internal/fs/cp_steps');

const DEFAULTS = {
  dereference: false, errorOnExist: false, filter: undefined, force: true, preserveTimestamps: false, recursive: false,
  verbatimSymlinks: false,
};

function optionsOf(options) {
  if (options === undefined) return { ...DEFAULTS, mode: 0 };
  validateObject(options, 'options');
  options = { ...DEFAULTS, ...options };
  for (const name of ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive', 'verbatimSymlinks']) {
    validateBoolean(options[name], `options.${name}`);
  }
  options.mode = copyMode(options.mode);
  if (options.dereference === true && options.verbatimSymlinks === true) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (options.filter !== undefined) validateFunction(options.filter, 'options.filter');
  return options;
}

function begin(from, to, options) {
  options = optionsOf(options);
  return steps.copy(shown(checkedPath(from, 'src')), shown(checkedPath(to, 'dest')), options);
}

/** Feeds each step's result, or its error, back into the generator. */
function cpSync(from, to, options) {
  const work = begin(from, to, options);
  let turn = work.next();
  while (!turn.done) {
    let result;
    try {
      result = 'ask' in turn.value ? booleanOf(turn.value.ask()) : runSync(turn.value);
    } catch (error) {
      turn = work.throw(error);
      continue;
    }
    turn = work.next(result);
  }
}

function booleanOf(answer) {
  if (require('internal/util/types').isPromise(answer)) throw new codes.ERR_INVALID_RETURN_VALUE('boolean', 'filter', answer);
  return answer;
}

async function drive(work) {
  let turn = work.next();
  while (!turn.done) {
    let result;
    try {
      result = await ('ask' in turn.value ? turn.value.ask() : runPromise(turn.value));
    } catch (error) {
      turn = work.throw(error);
      continue;
    }
    turn = work.next(result);
  }
}

async function cp(from, to, options) {
  await drive(begin(from, to, options));
}

function callback(from, to, options, done) {
  if (typeof options === 'function') [options, done] = [undefined, options];
  done = checkedCallback(done);
  const { nextTick } = require('internal/ticks');
  drive(begin(from, to, options)).then(() => nextTick(done, null), (error) => nextTick(done, error));
}

module.exports = { cp, cpSync, callback };
