// nodejs.org/api/path.html#pathmatchesglobpath-pattern, v22: shell patterns over paths: * ? [a-z] ** {a,b} and !(a|b) ?(a) *(a) +(a) @(a).
// A name that begins with a dot is met only by a pattern that does. Missing: character classes like [[:alpha:]].
'use strict';

const MOST_ALTERNATIVES = 1024; // of one pattern's braces: {a,b}{a,b}… doubles each time

const literal = (character) => character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Where the bracket that opens before `at` closes; -1 if it does not. */
function closing(text, at, open, close) {
  let depth = 1;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

/** `text` cut at the separators that no bracket holds. */
function pieces(text, separator) {
  const found = [''];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') {
      found[found.length - 1] += character + (text[++i] ?? '');
      continue;
    }
    if (character === '{' || character === '(') depth++;
    else if (character === '}' || character === ')') depth--;
    if (character === separator && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found;
}

function range(text) {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  const letters = /^([a-z])\.\.([a-z])(?:\.\.(-?\d+))?$/i.exec(text);
  if (!numbers && !letters) return undefined;
  const [, first, last, by] = numbers ?? letters;
  const from = numbers ? Number(first) : first.charCodeAt(0);
  const to = numbers ? Number(last) : last.charCodeAt(0);
  const step = Math.abs(Number(by)) || 1;
  const items = [];
  for (let i = 0; i <= Math.abs(to - from) && items.length < MOST_ALTERNATIVES; i += step) {
    const value = from < to ? from + i : from - i;
    items.push(numbers ? String(value) : String.fromCharCode(value));
  }
  return items;
}

function expandBraces(pattern) {
  for (let at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
    const end = closing(pattern, at + 1, '{', '}');
    if (pattern[at - 1] === '\\' || end < 0) continue;
    const inside = pattern.slice(at + 1, end);
    const items = range(inside) ?? pieces(inside, ',');
    if (items.length < 2) continue;
    const heads = items.flatMap(expandBraces);
    const tails = expandBraces(pattern.slice(end + 1));
    if (heads.length * tails.length > MOST_ALTERNATIVES) {
      throw new RangeError(`The pattern stands for more than ${MOST_ALTERNATIVES} patterns`);
    }
    return heads.flatMap((head) => tails.map((tail) => pattern.slice(0, at) + head + tail));
  }
  return [pattern];
}

const GROUPS = { '__proto__': null, '?': '?', '*': '*', '+': '+', '@': '', '!': '' };

/** A regular expression's text for one name of a pattern. */
function translate(name) {
  let text = '';
  for (let i = 0; i < name.length; i++) {
    const character = name[i];
    const end = character in GROUPS && name[i + 1] === '(' ? closing(name, i + 2, '(', ')') : -1;
    if (end > 0) {
      const inside = pieces(name.slice(i + 2, end), '|').map(translate).join('|');
      text += character === '!' ? `(?:(?!(?:${inside})${translate(name.slice(end + 1))}$)[^/]*)` : `(?:${inside})${GROUPS[character]}`;
      i = end;
    } else if (character === '*') {
      if (text.at(-1) !== '*') text += '[^/]*';
    } else if (character === '?') {
      text += '[^/]';
    } else if (character === '[') {
      const close = name.indexOf(']', i + (name[i + 1] === '!' || name[i + 1] === '^' ? 3 : 2));
      if (close < 0) {
        text += '\\[';
      } else {
        text += characterClass(name.slice(i + 1, close));
        i = close;
      }
    } else {
      text += literal(character === '\\' ? name[++i] ?? '\\' : character);
    }
  }
  return text;
}

function characterClass(inside) {
  const inverted = inside[0] === '!' || inside[0] === '^';
  const characters = (inverted ? inside.slice(1) : inside).replace(/[\\\]^[]/g, '\\$&');
  return inverted ? `[^/${characters}]` : `[${characters}]`;
}

function nameMatcher(name, ignoreCase) {
  if (name === '**') return '**';
  const hidden = name[0] === '.' || (name[0] === '\\' && name[1] === '.') ? '' : '(?!\\.)';
  const some = /^[*?]+$/.test(name) ? '(?=[^])' : ''; // a star does not match the empty name
  return new RegExp(`^${hidden}${some}${translate(name)}$`, ignoreCase ? 'iu' : 'u');
}

/** Do `names` from `at` on meet `matchers` from `from` on? */
function meets(matchers, from, names, at) {
  for (; from < matchers.length; from++, at++) {
    if (matchers[from] === '**') {
      if (from === matchers.length - 1) return at < names.length && names.slice(at).every((name) => name[0] !== '.');
      for (let next = at; next <= names.length; next++) {
        if (meets(matchers, from + 1, names, next)) return true;
        if (names[next]?.[0] === '.') return false;
      }
      return false;
    }
    if (at >= names.length || !matchers[from].test(names[at])) return false;
  }
  return at === names.length || (at === names.length - 1 && names[at] === '');
}

/** A function that tells whether a path meets `pattern`; `separator` is that of the platform. */
function matcher(pattern, separator) {
  const onWindows = separator === '\\';
  const whole = onWindows ? pattern.replaceAll('\\', '/') : pattern;
  const alternatives = expandBraces(whole).map((one) => pieces(one, '/').map((name) => nameMatcher(name, onWindows)));
  return (path) => {
    const names = (onWindows ? path.replaceAll('\\', '/') : path).split('/');
    return alternatives.some((matchers) => meets(matchers, 0, names, 0));
  };
}

module.exports = { matcher, matches: (path, pattern, separator) => matcher(pattern, separator)(path) };
