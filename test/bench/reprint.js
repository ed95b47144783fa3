// Parses each line of a file and prints it again, in chunks: the least that any filter does.
import { createReadStream } from 'node:fs';

const { stdout } = process;
let rest = '';
let pending = '';
for await (const chunk of createReadStream(process.argv[2], { encoding: 'utf8' })) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    pending += `${JSON.stringify(JSON.parse(line))}\n`;
    if (pending.length > 65_536) {
      await new Promise((resolve) => stdout.write(pending, resolve));
      pending = '';
    }
  }
}
stdout.write(pending);
