// https://nodejs.org/docs/latest-v22.x/api/tty.html#writestreamgetcolordepthenv (v22): how many colors a terminal has, by what its environment says.
'use strict';

const MONO = 1;
const SIXTEEN = 4;
const C256 = 8;
const TRUE = 24;

const TERMS = {
  __proto__: null,
  eterm: SIXTEEN, cons25: SIXTEEN, console: SIXTEEN, cygwin: SIXTEEN, dtterm: SIXTEEN, gnome: SIXTEEN, hurd: SIXTEEN, jfbterm: SIXTEEN,
  konsole: SIXTEEN, kterm: SIXTEEN, mlterm: SIXTEEN, mosh: TRUE, putty: SIXTEEN, st: SIXTEEN, 'rxvt-unicode-24bit': TRUE, terminator: TRUE,
  'xterm-kitty': TRUE,
};
const TERM_PATTERNS = [/ansi/, /color/, /linux/, /direct/, /^con[0-9]*x[0-9]/, /^rxvt/, /^screen/, /^xterm/, /^vt100/, /^vt220/];
const CI_SERVICES = {
  __proto__: null, APPVEYOR: C256, BUILDKITE: C256, CIRCLECI: TRUE, DRONE: C256, GITEA_ACTIONS: TRUE, GITHUB_ACTIONS: TRUE, GITLAB_CI: C256,
  TRAVIS: C256,
};

let warned = false;

function warnOnce(env) {
  if (warned) return;
  warned = true;
  const ignored = env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '' ? 'NODE_DISABLE_COLORS' : 'NO_COLOR';
  if (ignored === 'NO_COLOR' && (env.NO_COLOR === undefined || env.NO_COLOR === '')) return;
  require('internal/process/object').process.emitWarning(
    `The '${ignored}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
}

/** What the user asked for, or undefined. */
function forced(env) {
  switch (env.FORCE_COLOR) {
    case undefined: return undefined;
    case '': case '1': case 'true': warnOnce(env); return SIXTEEN;
    case '2': warnOnce(env); return C256;
    case '3': warnOnce(env); return TRUE;
    default: return MONO;
  }
}

function getColorDepth(env = process.env) {
  const asked = forced(env);
  if (asked !== undefined) return asked;
  if ((env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '')
    || (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb') return MONO;
  if (process.platform === 'win32') return SIXTEEN;
  if (env.TMUX) return TRUE;
  if ('TF_BUILD' in env && 'AGENT_NAME' in env) return SIXTEEN;
  if ('CI' in env) {
    for (const service of Object.keys(CI_SERVICES)) if (service in env) return CI_SERVICES[service];
    return env.CI_NAME === 'codeship' ? C256 : MONO;
  }
  if ('TEAMCITY_VERSION' in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? SIXTEEN : MONO;
  return ofProgram(env) ?? ofTerm(env);
}

function ofProgram(env) {
  switch (env.TERM_PROGRAM) {
    case 'iTerm.app': return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? C256 : TRUE;
    case 'HyperTerm': case 'MacTerm': return TRUE;
    case 'Apple_Terminal': return C256;
    default: return undefined;
  }
}

function ofTerm(env) {
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return TRUE;
  if (env.TERM) {
    if (/truecolor/.test(env.TERM)) return TRUE;
    if (/^xterm-256/.test(env.TERM)) return C256;
    const term = env.TERM.toLowerCase();
    if (TERMS[term]) return TERMS[term];
    if (TERM_PATTERNS.some((pattern) => pattern.test(term))) return SIXTEEN;
  }
  return env.COLORTERM ? SIXTEEN : MONO;
}

function hasColors(count, env) {
  const isEnv = env === undefined && (count === undefined || (typeof count === 'object' && count !== null));
  if (isEnv) return 16 <= 2 ** getColorDepth(count);
  require('internal/validators').validateInteger(count, 'count', 2);
  return count <= 2 ** getColorDepth(env);
}

module.exports = { getColorDepth, hasColors };
