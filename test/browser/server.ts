import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../docs/apps/playground/serve.js', import.meta.url));

export interface Server {
  /** The address that it prints. */
  readonly address: string;
  readonly stop: () => void;
}

/** Serves the playground as `npm run playground` does, on any free port. */
export async function startServer(): Promise<Server> {
  const server = spawn(process.execPath, [script], { env: { ...process.env, PORT: '0' } });
  for await (const text of server.stdout) {
    const [address] = /http:\S+/.exec(String(text)) ?? [];
    if (address !== undefined) return { address, stop: () => server.kill() };
  }
  throw new Error('The server printed no address.');
}
