// nodejs.org/api/fs.html#fsglobpattern-options-callback, v22: patterns as bash reads them with extglob and globstar: * ? [a-z] [!a] {a,b} **
// and @(a|b) ?(a) *(a) +(a) !(a). Wildcards do not match a leading dot. Missing: nothing.
'use strict';

const MOST = 10000; // patterns that braces may expand to

/** Where the group that opens at `at` closes; -1 if it does not. */
function closing(text, at, open, close) {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

/** At `separator`, but not within groups. */
function splitTop(text, separator) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if ('{('.includes(text[i])) depth++;
    else if ('})'.includes(text[i])) depth--;
    else if (depth === 0 && text[i] === separator) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** '1..3' and 'a..e' as their members. */
function sequence(text) {
  const range = /^(?:(-?\d+)\.\.(-?\d+)|([a-z])\.\.([a-z]))$/i.exec(text);
  if (range === null) return undefined;
  const [, first, last, begin, end] = range;
  const [from, to] = begin === undefined ? [Number(first), Number(last)] : [begin.charCodeAt(0), end.charCodeAt(0)];
  const show = begin === undefined ? String : (code) => String.fromCharCode(code);
  const length = Math.min(Math.abs(to - from) + 1, MOST);
  return Array.from({ length }, (_, i) => show(from + (to < from ? -i : i)));
}

/** 'a{b,c}' as ['ab', 'ac']. */
function expandBraces(pattern) {
  for (let at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
    if (pattern[at - 1] === '\\') continue;
    const end = closing(pattern, at, '{', '}');
    if (end < 0) break;
    const inner = pattern.slice(at + 1, end);
    const choices = sequence(inner) ?? splitTop(inner, ',');
    if (choices.length < 2) continue;
    const expanded = [];
    for (const choice of choices) {
      for (const one of expandBraces(pattern.slice(0, at) + choice + pattern.slice(end + 1))) {
        if (expanded.push(one) >= MOST) return expanded;
      }
    }
    return expanded;
  }
  return [pattern];
}

const POSIX = {
  '__proto__': null, 'alnum': '\\p{L}\\p{Nl}\\p{Nd}', 'alpha': '\\p{L}\\p{Nl}', 'ascii': '\\x00-\\x7f', 'blank': '\\p{Zs}\\t', 'cntrl': '\\p{Cc}',
  'digit': '\\p{Nd}', 'lower': '\\p{Ll}', 'punct': '\\p{P}', 'space': '\\p{Z}\\t\\r\\n\\v\\f', 'upper': '\\p{Lu}', 'word': '\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}',
  'xdigit': 'A-Fa-f0-9',
};

const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** [source, index after the class], or undefined if none opens at `at`. */
function classAt(pattern, at) {
  let i = at + 1;
  const negated = pattern[i] === '!' || pattern[i] === '^';
  if (negated) i++;
  let source = '';
  for (let first = true; i < pattern.length; first = false) {
    if (pattern[i] === ']' && !first) return [source === '' ? '(?!)' : `[${negated ? '^/' : ''}${source}]`, i + 1];
    const named = /^\[:(\w+):\]/.exec(pattern.slice(i));
    if (named && POSIX[named[1]]) {
      source += POSIX[named[1]];
      i += named[0].length;
      continue;
    }
    if (pattern[i] === '\\') i++;
    const isRange = pattern[i] === '-' && !first && pattern[i + 1] !== ']';
    source += isRange ? '-' : literal(pattern[i] ?? '');
    i++;
  }
  return undefined;
}

function groupSource(kind, inner, rest) {
  const choices = splitTop(inner, '|').map((choice) => sourceOf(choice, 0)).join('|');
  switch (kind) {
    case '!': return `(?!(?:${choices})${rest}$)[^/]*?`;
    case '@': return `(?:${choices})`;
    default: return `(?:${choices})${kind}`;
  }
}

/** The expression for one segment from `at` on. */
function sourceOf(pattern, at) {
  if (at >= pattern.length) return '';
  const c = pattern[at];
  if ('!@?*+'.includes(c) && pattern[at + 1] === '(') {
    const end = closing(pattern, at + 1, '(', ')');
    if (end > 0) {
      const rest = sourceOf(pattern, end + 1);
      return groupSource(c, pattern.slice(at + 2, end), rest) + rest;
    }
  }
  if (c === '*') return `[^/]*?${sourceOf(pattern, at + 1)}`;
  if (c === '?') return `[^/]${sourceOf(pattern, at + 1)}`;
  if (c === '[') {
    const found = classAt(pattern, at);
    if (found) return found[0] + sourceOf(pattern, found[1]);
  }
  if (c === '\\' && at + 1 < pattern.length) return literal(pattern[at + 1]) + sourceOf(pattern, at + 2);
  return literal(c) + sourceOf(pattern, at + 1);
}

const MAGIC = /[*?[]|[!@+]\(/;

/** One segment: '**', a plain name, or an expression to test names with. */
function segmentOf(text) {
  if (text === '**') return { globstar: true };
  if (!MAGIC.test(text)) return { name: text.replace(/\\(.)/g, '$1') };
  const guard = text[0] === '.' || text[0] === '\\' ? '' : '(?!\\.)';
  return { test: new RegExp(`^${guard}${sourceOf(text, 0)}$`, 'u') };
}

/** A `**` that begins a pattern never enters a link; one that stands after `./` or more may end in one, as in Node. */
function segmentsOf(pattern) {
  const segments = pattern.split('/').filter((text) => text !== '' && text !== '.').map(segmentOf);
  if (pattern.startsWith('**')) segments[0].leading = true;
  return segments;
}

/** { absolute, segments, directory } of each pattern that braces make of one. */
function compile(pattern) {
  return expandBraces(pattern).map((one) => ({
    absolute: one[0] === '/',
    directory: one.endsWith('/'),
    segments: segmentsOf(one),
  }));
}

function matchesSegments(segments, at, names, from) {
  if (at === segments.length) return from === names.length;
  const segment = segments[at];
  if (segment.globstar) {
    for (let next = from; next <= names.length; next++) {
      if (matchesSegments(segments, at + 1, names, next)) return true;
      if (names[next]?.[0] === '.') return false;
    }
    return false;
  }
  if (from >= names.length) return false;
  const fits = segment.test ? segment.test.test(names[from]) : segment.name === names[from];
  return fits && matchesSegments(segments, at + 1, names, from + 1);
}

const namesOf = (path) => path.split('/').filter((name) => name !== '' && name !== '.');

/** Do the names of a path match the segments of a pattern? */
const matches = (segments, names) => matchesSegments(segments, 0, names, 0);

module.exports = { compile, matches, namesOf };
