// nodejs.org/api/test.html#test-reporters, v22: jUnit's XML. Missing: nothing.
'use strict';

const { inspect } = require('internal/util/inspect');
const { hostname } = require('internal/test_runner/reporter/host');

const escapeAttribute = (text) => escapeText(String(text)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeComment = (text) => text.replaceAll('--', '&#45;&#45;');

function write(node, depth = 1) {
  const indent = '\t'.repeat(depth);
  if (node.comment !== undefined) return `${indent}<!-- ${escapeComment(node.comment)} -->\n`;
  if (node.text !== undefined) return `\n${escapeText(node.text)}\n`;
  const attributes = Object.entries(node.attributes).filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  if (node.children.length === 0) return `${indent}<${node.tag}${attributes}/>\n`;
  const isText = node.children.length === 1 && node.children[0].text !== undefined;
  return `${indent}<${node.tag}${attributes}>${isText ? '' : '\n'}${node.children.map((child) => write(child, depth + 1)).join('')}${indent}</${node.tag}>\n`;
}

const element = (tag, attributes, children = []) => ({ tag, attributes, children });
const isFailure = (node) => node.attributes?.failure !== undefined || (node.children?.some(isFailure) ?? false);
const isSkipped = (node) => node.tag === 'skipped' || (node.children?.some((child) => child.tag === 'skipped') ?? false);

function finish(node, { details, name, skip, todo }) {
  const tests = node.children.filter((child) => child.tag !== undefined);
  node.attributes.time = (details.duration_ms / 1000).toFixed(6);
  const isSuite = tests.length > 0;
  if (isSuite) {
    node.tag = 'testsuite';
    Object.assign(node.attributes, { disabled: 0, errors: 0, tests: tests.length, failures: tests.filter(isFailure).length,
      skipped: tests.filter(isSkipped).length, hostname: hostname() });
    return;
  }
  node.tag = 'testcase';
  node.attributes.classname = details.type ?? 'test';
  if (skip !== undefined) node.children.push(element('skipped', { type: 'skipped', message: skip }));
  if (todo !== undefined) node.children.push(element('skipped', { type: 'todo', message: todo }));
  const { error } = details;
  if (error === undefined) return;
  node.attributes.failure = error.message;
  node.children.push(element('failure', { type: error.failureType ?? error.code, message: error.message }, [{ text: inspect(error) }]));
}

function lines() {
  const open = [];
  let begun = false;

  function ended(data) {
    const node = open[data.nesting] ?? element('testcase', { name: data.name });
    open.length = data.nesting;
    finish(node, data);
    if (data.nesting === 0) return write(node);
    open[data.nesting - 1].children.push(node);
    return '';
  }

  const text = ({ type, data }) => {
    switch (type) {
      case 'test:start':
        open.length = data.nesting;
        open[data.nesting] = element('testcase', { name: data.name });
        return '';
      case 'test:pass':
      case 'test:fail': return ended(data);
      case 'test:diagnostic': {
        const comment = { comment: data.message };
        if (data.nesting === 0) return write(comment);
        open[data.nesting - 1].children.push(comment);
        return '';
      }
      case 'end': return '</testsuites>\n';
      default: return '';
    }
  };
  return (event) => {
    const shown = text(event);
    if (begun || shown === '') return shown;
    begun = true;
    return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n${shown}`;
  };
}

module.exports = { lines };
