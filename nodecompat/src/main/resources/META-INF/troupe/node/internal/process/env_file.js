// nodejs.org/api/process.html#processloadenvfilepath, v22. Variables that are set already stay. Missing: nothing.
'use strict';

const { process } = require('internal/process/object');

function loadEnvFile(path) {
  const text = require('fs').readFileSync(path ?? '.env', 'utf8');
  const variables = require('internal/util/parse_env').parseEnv(text);
  for (const name of Object.keys(variables)) {
    if (!Object.hasOwn(process.env, name)) process.env[name] = variables[name];
  }
}

module.exports = { loadEnvFile };
