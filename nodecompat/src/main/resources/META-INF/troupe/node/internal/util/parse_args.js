// nodejs.org/api/util.html#utilparseargsconfig, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const {
  validateArray, validateBoolean, validateBooleanArray, validateObject, validateString, validateStringArray, validateUnion,
} = require('internal/validators');

function checkOptions(options) {
  for (const [name, option] of Object.entries(options)) {
    validateObject(option, `options.${name}`);
    const { type, short, multiple, default: given } = option;
    validateUnion(type, `options.${name}.type`, ['string', 'boolean']);
    if (Object.hasOwn(option, 'short')) {
      validateString(short, `options.${name}.short`);
      if (short.length !== 1) throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}.short`, short, 'must be a single character');
    }
    if (Object.hasOwn(option, 'multiple')) validateBoolean(multiple, `options.${name}.multiple`);
    if (given === undefined) continue;
    const text = type === 'string';
    if (multiple) (text ? validateStringArray : validateBooleanArray)(given, `options.${name}.default`);
    else (text ? validateString : validateBoolean)(given, `options.${name}.default`);
  }
}

const ownType = (options, name) => (Object.hasOwn(options, name) ? options[name].type : undefined);
const isOptionLike = (text) => text !== undefined && text.length > 1 && text[0] === '-';

function longOf(options, short) {
  const found = Object.entries(options).find(([, option]) => option.short === short);
  return found?.[0] ?? short;
}

/** The arguments as tokens: options, positionals and the terminator, with the index of the argument they come from. */
function tokenize(args, options) {
  const tokens = [];
  const queue = args.map((text, index) => ({ text, index }));
  while (queue.length > 0) {
    const { text, index } = queue.shift();
    if (text === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (const rest of queue) tokens.push({ kind: 'positional', index: rest.index, value: rest.text });
      break;
    }
    if (/^-[^-]$/su.test(text)) {
      shortOption(text, index, queue, options, tokens);
    } else if (isGroup(text, options)) {
      expand(text, index, queue, options);
    } else if (/^-[^-]/s.test(text) && ownType(options, longOf(options, text[1])) === 'string') {
      const name = longOf(options, text[1]);
      tokens.push({ kind: 'option', name, rawName: `-${text[1]}`, index, value: text.slice(2), inlineValue: true });
    } else if (text.startsWith('--') && text.length > 2) {
      longOption(text, index, queue, options, tokens);
    } else {
      tokens.push({ kind: 'positional', index, value: text });
    }
  }
  return tokens;
}

function takeValue(queue, type) {
  if (type !== 'string' || queue.length === 0) return {};
  return { value: queue.shift().text, inlineValue: false };
}

function shortOption(text, index, queue, options, tokens) {
  const name = longOf(options, text[1]);
  const { value, inlineValue } = takeValue(queue, ownType(options, name));
  tokens.push({ kind: 'option', name, rawName: text, index, value, inlineValue });
}

/** -abc, unless -a takes the rest as its value. */
function isGroup(text, options) {
  return text.length > 2 && text[0] === '-' && text[1] !== '-' && ownType(options, longOf(options, text[1])) !== 'string';
}

function expand(text, index, queue, options) {
  const parts = [];
  for (let i = 1; i < text.length; i++) {
    const takes = ownType(options, longOf(options, text[i])) === 'string';
    if (takes && i < text.length - 1) {
      parts.push({ text: `-${text.slice(i)}`, index });
      break;
    }
    parts.push({ text: `-${text[i]}`, index });
  }
  queue.unshift(...parts);
}

function longOption(text, index, queue, options, tokens) {
  const equals = text.indexOf('=', 3);
  if (equals !== -1) {
    const name = text.slice(2, equals);
    tokens.push({ kind: 'option', name, rawName: `--${name}`, index, value: text.slice(equals + 1), inlineValue: true });
    return;
  }
  const name = text.slice(2);
  const { value, inlineValue } = takeValue(queue, ownType(options, name));
  tokens.push({ kind: 'option', name, rawName: text, index, value, inlineValue });
}

function invalidValue(message) {
  throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(message);
}

function checkUsage(token, options, config) {
  const { name, rawName, value } = token;
  if (!Object.hasOwn(options, name)) throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(rawName, config.allowPositionals);
  const { short, type } = options[name];
  const shown = `${short ? `-${short}, ` : ''}--${name}`;
  if (type === 'string' && typeof value !== 'string') invalidValue(`Option '${shown} <value>' argument missing`);
  if (type === 'boolean' && value != null) {
    if (token.negative) throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(rawName, config.allowPositionals);
    invalidValue(`Option '${shown}' does not take an argument`);
  }
  if (token.inlineValue === false && isOptionLike(value)) {
    const example = rawName.startsWith('--') ? `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
    invalidValue(`Option '${rawName}' argument is ambiguous.\nDid you forget to specify the option argument for '${rawName}'?\n` +
      `To specify an option argument starting with a dash use ${example}.`);
  }
}

function store(values, token, options, allowNegative) {
  let { name, value } = token;
  if (name === '__proto__') return;
  let given = value ?? true;
  if (allowNegative && name.startsWith('no-') && ownType(options, name) !== 'boolean' && value === undefined) {
    const positive = name.slice(3);
    if (ownType(options, positive) !== undefined) {
      name = positive;
      given = false;
    }
  }
  if (options[name]?.multiple && Object.hasOwn(options, name)) (values[name] ??= []).push(given);
  else values[name] = given;
}

function mainArgs() {
  const { process } = require('internal/process/object');
  return process.argv.slice(2);
}

function parseArgs(config = { __proto__: null }) {
  validateObject(config, 'config');
  const { args = mainArgs(), strict = true, options = { __proto__: null }, allowNegative = false, tokens: wantTokens = false } = config;
  const { allowPositionals = !strict } = config;
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(wantTokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  checkOptions(options);
  const tokens = tokenize(args, options);
  const values = { __proto__: null };
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) checkUsage(negated(token, options, allowNegative), options, { allowPositionals });
      store(values, token, options, allowNegative);
    } else if (token.kind === 'positional') {
      if (!allowPositionals) throw new codes.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      positionals.push(token.value);
    }
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.default !== undefined && values[name] === undefined) values[name] = option.default;
  }
  return wantTokens ? { values, positionals, tokens } : { values, positionals };
}

/** For the checks, --no-color is the option color. */
function negated(token, options, allowNegative) {
  if (!allowNegative || !token.name.startsWith('no-') || Object.hasOwn(options, token.name)) return token;
  const name = token.name.slice(3);
  return ownType(options, name) === 'boolean' ? { ...token, name, negative: true } : token;
}

module.exports = { parseArgs };
