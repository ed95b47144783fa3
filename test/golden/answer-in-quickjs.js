// `node answer-in-quickjs.js`: prints the golden answers as QuickJS gives them, a small engine without Intl, and on standard error what
// the host is like. It knows no modules, so the library is bundled into one script.

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { getQuickJS } from 'quickjs-emscripten';

const script = `
  export * as library from '../../dist/index.js';
  export { goldenAnswers } from './golden-answers.js';
  export { hostHere } from './host-here.js';
`;
const bundled = await build({
  stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
  ...{ bundle: true, write: false, format: 'iife', globalName: 'golden', charset: 'utf8' },
});
const [{ text: bundle }] = bundled.outputFiles;
const cases = readFileSync(new URL('cases.json', import.meta.url), 'utf8');
const { version } = JSON.parse(
  readFileSync(new URL('node_modules/quickjs-emscripten/package.json', import.meta.url), 'utf8'),
);

const quickJS = (await getQuickJS()).newContext();
const evaluate = (code) => quickJS.dump(quickJS.unwrapResult(quickJS.evalCode(code)));
evaluate(bundle);
const answers = evaluate(
  `golden.goldenAnswers(golden.library, JSON.parse(${JSON.stringify(cases)}))`,
);
const host = JSON.parse(evaluate('JSON.stringify(golden.hostHere())'));
quickJS.dispose();
process.stdout.write(answers);
process.stderr.write(`${JSON.stringify({ version, ...host })}\n`);
