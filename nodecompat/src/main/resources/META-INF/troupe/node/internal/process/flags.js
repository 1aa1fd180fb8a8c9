// nodejs.org/api/process.html#processallowednodeenvironmentflags, v22: a set that cannot be changed. Troupe allows no flags.
'use strict';

class NodeEnvironmentFlagsSet extends Set {
  add() {
    return this;
  }

  delete() {
    return false;
  }

  clear() {}
}

const flags = () => Object.freeze(new NodeEnvironmentFlagsSet());

module.exports = { flags };
