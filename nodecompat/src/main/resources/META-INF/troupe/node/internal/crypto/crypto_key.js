// w3.org/TR/webcrypto-2/#cryptokey-interface, as nodejs.org/api/webcrypto.html#class-cryptokey, v22. Missing: keys themselves.
'use strict';

const { codes } = require('internal/errors');

class CryptoKey {
  constructor() {
    throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }
}

module.exports = { CryptoKey };
