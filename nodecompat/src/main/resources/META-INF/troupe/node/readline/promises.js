// https://nodejs.org/docs/latest-v22.x/api/readline.html#promises-api (v22). Missing: nothing.
'use strict';

const { Interface, Readline, createInterface } = require('internal/readline/promises');

module.exports = { Interface, Readline, createInterface };
