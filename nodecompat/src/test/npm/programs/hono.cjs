const { Hono } = require('hono');
const { RegExpRouter } = require('hono/router/reg-exp-router');

module.exports = {
  async start() {
    const router = new RegExpRouter();
    router.add('GET', '/rooms/:room/:seat{[0-9]+}', 'seat');
    router.add('ALL', '/static/*', 'static');
    console.log(JSON.stringify(router.match('GET', '/rooms/lobby/7')));
    console.log(JSON.stringify(router.match('POST', '/static/a/b.css')));
    const app = new Hono();
    app.get('/a', () => {}).post('/b/:id', () => {});
    console.log(app.routes.map((route) => route.method + ' ' + route.path).join('\n'));
  },
};
