// nodejs.org/api/vm.html#class-vmsyntheticmodule, v22, as the engine's texts: one module with the values, which are there, undefined, before anything
// is evaluated, and one that exports them and runs the callback.
'use strict';

const { addOwner } = require('internal/vm/context');
const { OWNER } = require('internal/vm/script');

function textsOf(state, callback) {
  const { exportNames: names, key } = state;
  const number = addOwner({
    evaluate() {
      Reflect.apply(callback, state.module, []);
    },
  });
  const declared = names.length === 0 ? '' : `export var ${names.map((_, i) => `$${i}`).join()};`;
  const cases = names.map((_, i) => `case ${i}: $${i} = value; break;`).join('');
  const exported = names.map((name, i) => `$${i} as ${JSON.stringify(name)}`).join();
  return [
    [`${key}/values`, `${declared} export function set(index, value) { switch (index) { ${cases} } }`],
    [key, `export { ${exported} } from 'vm:${key}/values'; ${OWNER}(${number}).evaluate();`],
  ];
}

module.exports = { textsOf };
