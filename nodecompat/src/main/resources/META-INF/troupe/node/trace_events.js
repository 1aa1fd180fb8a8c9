// nodejs.org/api/tracing.html, v22. There is no tracing agent: createTracing throws Node's code for that, and no category is enabled.
'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateStringArray } = require('internal/validators');

exports.createTracing = function createTracing(options) {
  validateObject(options, 'options');
  validateStringArray(options.categories, 'options.categories');
  if (options.categories.length === 0) throw new codes.ERR_TRACE_EVENTS_CATEGORY_REQUIRED();
  throw new codes.ERR_TRACE_EVENTS_UNAVAILABLE();
};

exports.getEnabledCategories = function getEnabledCategories() {
  return undefined;
};
