// https://nodejs.org/docs/latest-v22.x/api/webstreams.html#utility-consumers (v22). Missing: nothing.
'use strict';

async function blob(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new (require('buffer').Blob)(chunks);
}

async function arrayBuffer(stream) {
  return (await blob(stream)).arrayBuffer();
}

async function buffer(stream) {
  return require('buffer').Buffer.from(await arrayBuffer(stream));
}

async function text(stream) {
  const decoder = new (require('internal/encoding').TextDecoder)();
  let content = '';
  for await (const chunk of stream) content += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  // what is left over of a character that was cut
  return content + decoder.decode();
}

async function json(stream) {
  return JSON.parse(await text(stream));
}

module.exports = { arrayBuffer, blob, buffer, text, json };
