const Ajv = require('ajv').default;

module.exports = {
  async start() {
    const ajv = new Ajv({ allErrors: true });
    const validate = ajv.compile({
      type: 'object',
      properties: { name: { type: 'string', minLength: 2 }, age: { type: 'integer', minimum: 0 } },
      required: ['name', 'age'],
      additionalProperties: false,
    });
    console.log(validate({ name: 'Ada', age: 36 }));
    console.log(validate({ name: 'x', age: -1, extra: true }));
    console.log(ajv.errorsText(validate.errors, { separator: '\n' }));
  },
};
