const { z } = require('zod');

module.exports = {
  async start() {
    const User = z.object({ name: z.string().min(2), mail: z.email(), tags: z.array(z.string()).default([]) });
    console.log(JSON.stringify(User.parse({ name: 'Ada', mail: 'ada@example.org' })));
    const result = User.safeParse({ name: 'x', mail: 'nobody' });
    console.log(result.success, result.error.issues.map((issue) => issue.path + ': ' + issue.message).join('; '));
    console.log(await z.string().refine(async (text) => text === 'ok').safeParseAsync('ok').then((r) => r.success));
  },
};
