const Handlebars = require('handlebars');

module.exports = {
  async start() {
    Handlebars.registerHelper('loud', (text) => text.toUpperCase());
    const template = Handlebars.compile('{{#each people}}{{@index}}: {{loud name}} <{{mail}}>{{#if last}}!{{else}}, {{/if}}{{/each}}');
    console.log(template({ people: [{ name: 'Ada', mail: 'a&b@c' }, { name: 'Grace', mail: 'g@h', last: true }] }));
  },
};
