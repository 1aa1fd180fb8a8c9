// What a web platform test expects around it and Node does not have: itself under the name of self, an address, and a fetch that reads the
// tests' own files.
const wpt = { root: process.env.WPT_ROOT, test: process.env.WPT_TEST, variant: process.env.WPT_VARIANT };

Object.assign(globalThis, {
  self: globalThis,
  GLOBAL: { isWindow: () => false, isWorker: () => false, isShadowRealm: () => false },
  location: new URL(`http://web-platform.test:8000/${wpt.test.replace(/\.js$/, '.html')}${wpt.variant}`),
  fetch: async (url) => {
    const { readFileSync } = require('fs');
    const { dirname, join } = require('path');
    url = String(url);
    const file = url.startsWith('/') ? join(wpt.root, url) : join(wpt.root, dirname(wpt.test), url);
    const bytes = readFileSync(file);
    return {
      ok: true,
      arrayBuffer: async () => bytes.buffer,
      json: async () => JSON.parse(bytes.toString()),
      text: async () => bytes.toString(),
    };
  },
});
if (/idlharness|is-a-namespace/.test(wpt.test)) {
  // These ask whether the global object implements an interface by name, and look at properties that are getters until their first use.
  globalThis.Window = Object.getPrototypeOf(globalThis).constructor;
  for (const name of Object.getOwnPropertyNames(globalThis)) void globalThis[name];
}
// common/sab.js takes the constructor SharedArrayBuffer from a shared memory, as a browser's page may have it there only.
globalThis.WebAssembly ??= { Memory: class { buffer = new SharedArrayBuffer(65536); } };
