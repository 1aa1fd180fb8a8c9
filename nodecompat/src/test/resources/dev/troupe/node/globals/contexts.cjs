const vm = require('node:vm');

exports.start = () => {
  const names = ['Java', 'Polyglot', 'Graal', 'Realm', 'load', 'loadWithNewGlobal', 'AsyncContext', 'ShadowRealm', 'process', 'require'];
  const types = (text) => names.map(text).join(' ');
  console.log(types((name) => typeof globalThis[name]));
  const context = vm.createContext({ count: 1 });
  console.log(vm.runInContext(`${JSON.stringify(names)}.map((name) => typeof globalThis[name]).join(' ')`, context));
  console.log(vm.runInContext('[].constructor.constructor("return typeof load + typeof Java")()', context));

  vm.runInContext('let hidden = 1; var shown = 2; late = () => { later = count + hidden; }; count++', context);
  context.late();
  console.log(context.count, context.shown, context.hidden, context.later);
  console.log(vm.runInContext('hidden + shown + later', context), vm.runInContext('this', context) === context);

  try {
    vm.runInContext('\n  null.x', context, 'script.js');
  } catch (error) {
    console.log(error instanceof TypeError, error.constructor.name, /script\.js:2/.test(error.stack));
  }
  const { Module } = require('node:module');
  console.log(Module.isBuiltin('fs'), v8RoundTrip());
};

function v8RoundTrip() {
  const v8 = require('node:v8');
  const value = { list: [1, -2.5, 'é', '日', 10n], map: new Map([[1, new Set(['a'])]]), bytes: Buffer.from('hi'), date: new Date(5) };
  value.self = value;
  const bytes = v8.serialize({ a: [1, 'x'], b: 2n ** 64n });
  return `${bytes.toString('hex')} ${require('node:util').isDeepStrictEqual(v8.deserialize(v8.serialize(value)), value)}`;
}
