// nodejs.org/api/crypto.html#class-certificate, v22: SPKAC. Missing: nothing.
'use strict';

const { checkedView, output } = require('internal/crypto/bytes');

const binding = internalBinding('sign');

const verifySpkac = (spkac, encoding) => binding.spkacIsValid(checkedView(spkac, 'spkac', encoding));

function exportPublicKey(spkac, encoding) {
  const pem = binding.spkacKey(checkedView(spkac, 'spkac', encoding));
  return pem === '' ? '' : Buffer.from(pem);
}

const exportChallenge = (spkac, encoding) => output(binding.spkacChallenge(checkedView(spkac, 'spkac', encoding)));

function Certificate() {
  if (!(this instanceof Certificate)) return new Certificate();
  return undefined;
}
Object.assign(Certificate.prototype, { verifySpkac, exportChallenge, exportPublicKey });
Object.assign(Certificate, { exportChallenge, exportPublicKey, verifySpkac });

module.exports = { Certificate };
