// nodejs.org/api/url.html#urldomaintoasciidomain, v22; Java does the work. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');

const binding = internalBinding('url');

function domainToASCII(domain) {
  if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('domain');
  return binding.domainToASCII(`${domain}`);
}

function domainToUnicode(domain) {
  if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('domain');
  return binding.domainToUnicode(`${domain}`);
}

module.exports = { domainToASCII, domainToUnicode };
