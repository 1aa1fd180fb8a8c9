// nodejs.org/api/url.html, v22. Nothing is missing.
'use strict';

const { defineLazy } = require('internal/lazy');

const legacy = ['Url', 'parse', 'resolve', 'resolveObject', 'format'];
const files = ['pathToFileURL', 'fileURLToPath', 'fileURLToPathBuffer'];

const lazily = (module, names) => names.forEach((name) => defineLazy(exports, name, module));

lazily('internal/url/legacy', legacy);
lazily('internal/url', ['URL', 'URLSearchParams']);
lazily('internal/url/domain', ['domainToASCII', 'domainToUnicode']);
lazily('internal/url/file', files);
lazily('internal/url/http_options', ['urlToHttpOptions']);
