const _ = require('lodash');
const chunk = require('lodash/chunk');

module.exports = {
  async start() {
    const people = [{ n: 'a', age: 3 }, { n: 'b', age: 5 }, { n: 'c', age: 3 }];
    console.log(JSON.stringify(_.groupBy(people, 'age')), chunk([1, 2, 3, 4, 5], 2).length);
    console.log(_.template('Hello <%= name %>')({ name: 'World' }), _.camelCase('foo bar-baz'));
    const deep = { a: [{ b: new Map([[1, new Set([2])]]), c: Buffer.from('x') }] };
    console.log(_.isEqual(_.cloneDeep(deep), deep), _.get(deep, 'a[0].c.length'));
    console.log(await new Promise((resolve) => _.debounce(() => resolve('debounced'), 5)()));
  },
};
