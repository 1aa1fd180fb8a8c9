// nodejs.org/api/vm.html#vmcreatecontextcontextobject-options, codeGeneration.strings: eval and the function constructors of a realm throw.
'use strict';

const CONSTRUCTORS = ['(function () {})', '(async function () {})', '(function* () {})', '(async function* () {})'];

function forbid(global) {
  const { EvalError, Object: ItsObject } = global;
  const refuse = () => {
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  const indirectEval = global.eval;
  for (const text of CONSTRUCTORS) {
    const prototype = ItsObject.getPrototypeOf(indirectEval(text));
    const Given = prototype.constructor;
    const value = new Proxy(Given, { __proto__: null, apply: refuse, construct: refuse });
    Object.defineProperty(prototype, 'constructor', { __proto__: null, value, writable: true, configurable: true });
    if (global.Function === Given) Object.defineProperty(global, 'Function', { __proto__: null, value, writable: true, configurable: true });
  }
  const value = { eval: (code) => (typeof code === 'string' ? refuse() : code) }.eval;
  Object.defineProperty(global, 'eval', { __proto__: null, value, writable: true, configurable: true });
}

module.exports = { forbid };
