// nodejs.org/api/globals.html#navigator, v22. Missing: locks.
'use strict';

const { codes } = require('internal/errors');

class Navigator {
  constructor() {
    if (arguments[0] !== Navigator) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  get hardwareConcurrency() {
    return require('os').availableParallelism();
  }

  get language() {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  get languages() {
    return Object.freeze([this.language]);
  }

  get userAgent() {
    return 'Node.js/22';
  }

  get platform() {
    return 'linux';
  }
}

module.exports = { Navigator, navigator: new Navigator(Navigator) };
