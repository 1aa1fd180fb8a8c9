const { customAlphabet, nanoid } = require('nanoid');

module.exports = {
  async start() {
    const ids = new Set(Array.from({ length: 1000 }, () => nanoid()));
    console.log(ids.size, [...ids].every((id) => /^[\w-]{21}$/.test(id)));
    console.log(/^[abc]{12}$/.test(customAlphabet('abc', 12)()));
  },
};
