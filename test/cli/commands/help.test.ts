import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from '../run.ts';

// After a change, `npm run explanations` writes the file again: read every changed line.
it('prints the help of help.txt', async () => {
  const { status, stdout, stderr } = await run(['--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  await expect(stdout).toMatchFileSnapshot(fileURLToPath(new URL('help.txt', import.meta.url)));
});
