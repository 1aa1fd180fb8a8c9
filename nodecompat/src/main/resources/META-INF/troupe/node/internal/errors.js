// nodejs.org/api/errors.html, v22: Node's error codes, as `codes.ERR_…`, and what else internal/errors/classes exports. That module loads with
// the first error: every module names this one, and most actors make none. Missing: nothing.
'use strict';

const { NativeProxy } = require('internal/bootstrap');

const classes = () => require('internal/errors/classes');

const codes = new NativeProxy({ __proto__: null }, {
  __proto__: null,
  get(made, code) {
    if (typeof code !== 'string') return undefined;
    return (made[code] ??= classes().make(code));
  },
});

module.exports = new NativeProxy({ codes }, {
  __proto__: null,
  get: (own, name) => (name === 'codes' ? codes : classes()[name]),
});
