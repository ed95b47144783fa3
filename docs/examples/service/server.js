// `node server.js`: serves to this machine alone. PORT=0 takes any free port.
import { serve } from '@hono/node-server';
import { app } from './app.js';

const port = Number(process.env.PORT ?? 3000);
serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) => {
  console.log(`http://127.0.0.1:${info.port}`);
});
