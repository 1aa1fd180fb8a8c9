const { Command } = require('commander');

module.exports = {
  async start() {
    const program = new Command('split');
    program.option('-s, --separator <char>', 'what to split at', ',').argument('<text>');
    program.exitOverride().configureOutput({ writeErr: (text) => console.log(text.trim()) });
    program.action((text, options) => console.log(text.split(options.separator).join('|')));
    program.parse(['a/b/c', '--separator', '/'], { from: 'user' });
    console.log(program.helpInformation());
    try {
      program.parse(['x', '--unknown'], { from: 'user' });
    } catch (error) {
      console.log(error.code);
    }
  },
};
