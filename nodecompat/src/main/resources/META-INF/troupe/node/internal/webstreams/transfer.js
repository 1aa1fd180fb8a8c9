// streams.spec.whatwg.org/#rs-transfer, #ws-transfer and #ts-transfer: a transferred stream stays locked, and its successor speaks for it;
// each chunk is copied on the way. Missing: nothing.
'use strict';

const copy = (chunk) => require('internal/structured_clone').structuredClone(chunk);

function readerOf(stream) {
  if (stream.locked) refuse('ReadableStream');
  return stream.getReader();
}

function writerOf(stream) {
  if (stream.locked) refuse('WritableStream');
  return stream.getWriter();
}

function refuse(kind) {
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException(`Cannot transfer a locked ${kind}`, 'DataCloneError');
}

function transferReadable(stream) {
  const { ReadableStream } = require('internal/webstreams/readable/stream');
  const reader = readerOf(stream);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(copy(value));
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
}

function transferWritable(stream) {
  const { WritableStream } = require('internal/webstreams/writable/stream');
  const writer = writerOf(stream);
  return new WritableStream({
    async write(chunk) {
      await writer.ready;
      await writer.write(copy(chunk));
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
}

function transferTransform(stream) {
  const { TransformStream } = require('internal/webstreams/transform/stream');
  if (stream.readable.locked) refuse('ReadableStream');
  const writer = writerOf(stream.writable);
  const reader = readerOf(stream.readable);
  let pumped;
  return new TransformStream({
    start(controller) {
      pumped = pump(reader, controller);
    },
    transform: (chunk) => writer.write(copy(chunk)),
    async flush() {
      await writer.close();
      await pumped;
    },
  });
}

async function pump(reader, controller) {
  try {
    for (let item = await reader.read(); !item.done; item = await reader.read()) controller.enqueue(copy(item.value));
  } catch (error) {
    controller.error(error);
  }
}

module.exports = { transferReadable, transferWritable, transferTransform };
