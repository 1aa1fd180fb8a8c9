// Loads sucrase's own CommonJS files and gives the one function that the Java side calls: (source, jsx) => { code } or { message, line, column }.
(function (compile) {
  'use strict';

  const modules = new Map();

  // sucrase asks for three more packages: two serve source maps and token dumps, which are not used here; the third checks the options that its caller
  // gives, and the only caller is below
  const unchecked = { strictCheck() {} };
  const unused = new Map([
    ['@jridgewell/gen-mapping', {}],
    ['lines-and-columns', {}],
    ['ts-interface-checker', new Proxy({}, { get: (_, name) => (name === 'createCheckers' ? () => ({ Options: unchecked }) : () => ({})) })],
  ]);

  function requireFrom(folder) {
    return (specifier) => {
      if (unused.has(specifier)) return unused.get(specifier);
      const parts = folder.split('/').filter((part) => part !== '');
      for (const part of specifier.split('/')) {
        if (part === '..') parts.pop();
        else if (part !== '.') parts.push(part);
      }
      return load(parts.join('/'));
    };
  }

  function find(id) {
    for (const file of id.endsWith('.js') ? [id] : [`${id}.js`, `${id}/index.js`]) {
      try {
        return [file, compile(file)];
      } catch (absent) {
        if (file.endsWith('index.js')) throw absent;
      }
    }
    throw new Error(`sucrase has no file ${id}`);
  }

  function load(id) {
    let module = modules.get(id);
    if (module === undefined) {
      const [file, wrapper] = find(id);
      module = { exports: {} };
      modules.set(id, module);
      wrapper(module.exports, requireFrom(file.slice(0, file.lastIndexOf('/') + 1)), module);
    }
    return module.exports;
  }

  const { transform } = load('index');

  return (source, jsx) => {
    try {
      return transform(source, {
        transforms: jsx ? ['typescript', 'jsx'] : ['typescript'],
        preserveDynamicImport: true,
        disableESTransforms: true,
        keepUnusedImports: false,
        production: true,
      });
    } catch (error) {
      const { line, column } = error.loc ?? {};
      return { message: String(error.message), line, column };
    }
  };
});
