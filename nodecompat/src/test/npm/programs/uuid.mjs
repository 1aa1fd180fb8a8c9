import { v4, v5, v7, validate, version } from 'uuid';

export default {
  async start() {
    console.log(v5('troupe.dev', v5.DNS));
    console.log(validate(v4()), version(v4()), version(v7()), v4() !== v4());
    console.log(v4({ random: Uint8Array.from({ length: 16 }, (_, i) => i) }));
  },
};
