// The symbol of nodejs.org/api/util.html#utilpromisifycustom, without the module that defines promisify.
'use strict';

module.exports = { kCustomPromisify: Symbol.for('nodejs.util.promisify.custom') };
