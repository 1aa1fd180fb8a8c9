// nodejs.org/api/process.html#processallowednodeenvironmentflags, v22, and what flags change on `process`. The set cannot be changed; it has the
// flags that Troupe follows.
'use strict';

const { option } = require('internal/options');

const FLAGS = [
  '--conditions', '--deprecation', '--disable-proto', '--disable-warning', '--expose-gc', '--max-http-header-size', '--no-deprecation',
  '--no-warnings', '--pending-deprecation', '--stack-trace-limit', '--throw-deprecation', '--title', '--trace-deprecation', '--trace-warnings',
  '--unhandled-rejections', '--warnings',
];

class NodeEnvironmentFlagsSet extends Set {
  constructor(flags) {
    super();
    for (const flag of flags) super.add(flag);
    Object.freeze(this);
  }

  has(flag) {
    if (typeof flag !== 'string') return false;
    const name = flag.replaceAll('_', '-').replace(/^-*/, '--').replace(/=.*$/, '');
    return super.has(name) || super.has(name.replace(/^--no-/, '--'));
  }

  add() {
    return this;
  }

  delete() {
    return false;
  }

  clear() {}
}

const flags = () => new NodeEnvironmentFlagsSet(FLAGS);

/** Sets the properties that stand for flags. */
function describe(process) {
  if (option('--deprecation') === false) process.noDeprecation = true;
  if (option('--throw-deprecation') === true) process.throwDeprecation = true;
  if (option('--trace-deprecation') === true) process.traceDeprecation = true;
  if (option('--trace-warnings') === true) process.traceProcessWarnings = true;
  const text = option('--eval');
  if (typeof text === 'string') process._eval = text;
  const title = option('--title');
  if (typeof title === 'string') process.title = title;
}

module.exports = { flags, describe };
