import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../docs/site/serve.js', import.meta.url));

export interface Server {
  /** The address that it prints, with the base path and a slash at its end. */
  readonly address: string;
  readonly stop: () => void;
}

/** Serves the built site as `npm run site:serve` does, on any free port. */
export async function startServer(): Promise<Server> {
  const server = spawn(process.execPath, [script], { env: { ...process.env, PORT: '0' } });
  server.stderr.pipe(process.stderr);
  for await (const text of server.stdout) {
    const [address] = /http:\S+/.exec(String(text)) ?? [];
    if (address !== undefined) return { address, stop: () => server.kill() };
  }
  throw new Error('The server printed no address.');
}
