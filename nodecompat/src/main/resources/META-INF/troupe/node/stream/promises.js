// https://nodejs.org/docs/latest-v22.x/api/stream.html#streams-promises-api (v22). Missing: nothing.
'use strict';

const { pipelinePromise } = require('internal/streams/pipeline');
const { finishedPromise } = require('internal/streams/end_of_stream');

module.exports = { finished: finishedPromise, pipeline: pipelinePromise };
