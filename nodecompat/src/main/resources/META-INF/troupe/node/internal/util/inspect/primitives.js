// How util.inspect shows primitive values (nodejs.org/api/util.html, v22). Missing: nothing.
'use strict';

const ESCAPED = /[\x00-\x1f\x27\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ESCAPED_ALL = new RegExp(ESCAPED, 'g');
const UNQUOTED_ALL = /[\x00-\x1f\x5c\x7f-\x9f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SHORT = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', "'": "\\'", '\\': '\\\\' };
const MIN_LINE_WIDTH = 16;

function escape(char) {
  const short = SHORT[char];
  if (short !== undefined) return short;
  const code = char.charCodeAt(0);
  return code > 0xff ? `\\u${code.toString(16).toUpperCase()}` : `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The string as a literal; the quotes that need the fewest escapes, single ones first. */
function quote(text) {
  let mark = "'";
  let pattern = ESCAPED_ALL;
  if (text.includes("'")) {
    if (!text.includes('"')) mark = '"';
    else if (!text.includes('`') && !text.includes('${')) mark = '`';
    if (mark !== "'") pattern = UNQUOTED_ALL;
  } else if (!ESCAPED.test(text)) {
    return `'${text}'`;
  }
  return `${mark}${text.replace(pattern, escape)}${mark}`;
}
quote.control = (text) => text.replace(ESCAPED_ALL, escape);

const grouped = (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, '_');

function formatNumber(stylize, number, separators) {
  if (!separators) return stylize(Object.is(number, -0) ? '-0' : `${number}`, 'number');
  const text = String(number);
  const integer = Math.trunc(number);
  if (integer === number) {
    if (!Number.isFinite(number) || text.includes('e')) return stylize(text, 'number');
    return stylize(Object.is(number, -0) ? '-0' : withSign(text), 'number');
  }
  if (Number.isNaN(number) || text.includes('e')) return stylize(text, 'number');
  const [whole, fraction] = text.split('.');
  return stylize(`${withSign(whole)}.${fraction.replace(/(\d{3})(?=\d)/g, '$1_')}`, 'number');
}

const withSign = (text) => (text[0] === '-' ? `-${grouped(text.slice(1))}` : grouped(text));

function formatBigInt(stylize, bigint, separators) {
  const text = String(bigint);
  return stylize(`${separators ? withSign(text) : text}n`, 'bigint');
}

function formatString(stylize, value, ctx) {
  let trailer = '';
  if (value.length > ctx.maxStringLength) {
    const remaining = value.length - ctx.maxStringLength;
    value = value.slice(0, ctx.maxStringLength);
    trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
  }
  // a long text with lines is one literal a line
  if (ctx.compact !== true && value.length > MIN_LINE_WIDTH && value.length > ctx.breakLength - ctx.indentationLvl - 4) {
    const lines = value.split(/(?<=\n)/).map((line) => stylize(quote(line), 'string'));
    return lines.join(` +\n${' '.repeat(ctx.indentationLvl + 2)}`) + trailer;
  }
  return stylize(quote(value), 'string') + trailer;
}

function formatPrimitive(stylize, value, ctx) {
  switch (typeof value) {
    case 'string': return formatString(stylize, value, ctx);
    case 'number': return formatNumber(stylize, value, ctx.numericSeparator);
    case 'bigint': return formatBigInt(stylize, value, ctx.numericSeparator);
    case 'boolean': return stylize(`${value}`, 'boolean');
    case 'undefined': return stylize('undefined', 'undefined');
    default: return stylize(quote.control(String(value)), 'symbol');
  }
}

module.exports = { quote, formatNumber, formatBigInt, formatPrimitive };
