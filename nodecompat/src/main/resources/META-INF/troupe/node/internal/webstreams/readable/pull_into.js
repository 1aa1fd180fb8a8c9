// https://streams.spec.whatwg.org/#readable-byte-stream-controller-pull-into and its kin: a consumer's own buffers, filled in the order in
// which they were handed in. `controller` is always a ByteControllerCore, `descriptor` one of its pending.
'use strict';

const { transferBuffer, copyBuffer, viewShape } = require('internal/webstreams/readable/views');

function pullInto(controller, view, min, request) {
  const { stream } = controller;
  const { buffer, byteOffset, byteLength, elementSize, View } = viewShape(view);
  let own;
  try {
    own = transferBuffer(buffer);
  } catch (error) {
    request.error(error);
    return;
  }
  const descriptor = {
    buffer: own, bufferByteLength: own.byteLength, byteOffset, byteLength, bytesFilled: 0, minimumFill: min * elementSize, elementSize, View,
    readerType: 'byob',
  };
  if (controller.pending.length > 0) {
    controller.pending.push(descriptor);
    stream.reader.intoRequests.push(request);
    return;
  }
  if (stream.state === 'closed') {
    request.close(new View(own, byteOffset, 0));
    return;
  }
  if (controller.queue.total > 0) {
    if (fillFromQueue(controller, descriptor)) {
      const filled = viewOf(descriptor);
      handleQueueDrain(controller);
      request.chunk(filled);
      return;
    }
    if (controller.closeRequested) {
      const error = new TypeError('Insufficient bytes to fill elements in the given buffer');
      controller.error(error);
      request.error(error);
      return;
    }
  }
  controller.pending.push(descriptor);
  stream.reader.intoRequests.push(request);
  controller.callPullIfNeeded();
}

/** Takes what the queue has; true if the descriptor has got what it waits for. */
function fillFromQueue(controller, descriptor) {
  const { queue } = controller;
  const most = Math.min(queue.total, descriptor.byteLength - descriptor.bytesFilled);
  const wouldBe = descriptor.bytesFilled + most;
  const aligned = wouldBe - (wouldBe % descriptor.elementSize);
  const isReady = aligned >= descriptor.minimumFill;
  const count = isReady ? aligned - descriptor.bytesFilled : most;
  queue.copyTo(descriptor.buffer, descriptor.byteOffset + descriptor.bytesFilled, count);
  descriptor.bytesFilled += count;
  return isReady;
}

/** The view that goes to the consumer, on a buffer that is nobody else's. */
function viewOf(descriptor) {
  const { View, byteOffset, bytesFilled, elementSize } = descriptor;
  return new View(transferBuffer(descriptor.buffer), byteOffset, bytesFilled / elementSize);
}

function handleQueueDrain(controller) {
  if (controller.queue.total === 0 && controller.closeRequested) {
    controller.forgetAlgorithms();
    controller.stream.close();
  } else {
    controller.callPullIfNeeded();
  }
}

function fillReadRequest(controller, request) {
  const { buffer, byteOffset, byteLength } = controller.queue.take();
  handleQueueDrain(controller);
  request.chunk(new Uint8Array(buffer, byteOffset, byteLength));
}

function processReadRequests(controller) {
  const { requests } = controller.stream.reader;
  while (requests.length > 0 && controller.queue.total > 0) fillReadRequest(controller, requests.shift());
}

/** Fills what can be filled from the queue; gives the descriptors that are done. */
function processPending(controller) {
  const done = [];
  while (controller.pending.length > 0 && controller.queue.total > 0) {
    const first = controller.pending[0];
    if (!fillFromQueue(controller, first)) break;
    controller.pending.shift();
    done.push(first);
  }
  return done;
}

function commit(stream, descriptor) {
  const done = stream.state === 'closed';
  const view = viewOf(descriptor);
  if (descriptor.readerType === 'default') stream.fulfillRead(view, done);
  else stream.fulfillReadInto(view, done);
}

function commitAll(stream, descriptors) {
  for (const descriptor of descriptors) commit(stream, descriptor);
}

function respondInternal(controller, bytesWritten) {
  const first = controller.pending[0];
  controller.invalidateRequest();
  if (controller.stream.state === 'closed') respondClosed(controller, first);
  else respondReadable(controller, bytesWritten, first);
  controller.callPullIfNeeded();
}

function respondClosed(controller, first) {
  if (first.readerType === 'none') controller.pending.shift();
  const { stream } = controller;
  if (stream.reader?.intoRequests === undefined) return;
  const done = [];
  while (done.length < stream.reader.intoRequests.length) done.push(controller.pending.shift());
  commitAll(stream, done);
}

function respondReadable(controller, bytesWritten, descriptor) {
  const { stream } = controller;
  descriptor.bytesFilled += bytesWritten;
  if (descriptor.readerType === 'none') {
    enqueueDetached(controller, descriptor);
    commitAll(stream, processPending(controller));
    return;
  }
  if (descriptor.bytesFilled < descriptor.minimumFill) return;
  controller.pending.shift();
  const remainder = descriptor.bytesFilled % descriptor.elementSize;
  if (remainder > 0) {
    const end = descriptor.byteOffset + descriptor.bytesFilled;
    controller.queue.add(copyBuffer(descriptor.buffer, end - remainder, remainder), 0, remainder);
  }
  descriptor.bytesFilled -= remainder;
  const done = processPending(controller);
  commit(stream, descriptor);
  commitAll(stream, done);
}

/** The reader that wanted these bytes has gone: they are the queue's. */
function enqueueDetached(controller, descriptor) {
  if (descriptor.bytesFilled > 0) {
    controller.queue.add(copyBuffer(descriptor.buffer, descriptor.byteOffset, descriptor.bytesFilled), 0, descriptor.bytesFilled);
  }
  controller.pending.shift();
}

module.exports = { pullInto, fillReadRequest, processReadRequests, processPending, commitAll, respondInternal, enqueueDetached };
