import { marked } from 'marked';

export default {
  async start() {
    console.log(marked.parse('# Title\n\n- a *b*\n- [c](http://d.e)\n\n| x | y |\n|---|--:|\n| 1 | `2` |\n\n> quote'));
  },
};
