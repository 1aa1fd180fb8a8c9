// nodejs.org/api/trace_events.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'trace_events', [
  'createTracing getEnabledCategories',
].join(' '));
