import { compareProcess } from './compare-process.js';
import { hosts } from './hosts.js';

/**
 * Asks a runtime on each host, as ES and as CommonJS modules, each time in a process of its own. `cannotBe` names the
 * hosts that the runtime cannot be made into.
 */
export function compareHosts({ command, before = ['--no-warnings'], cannotBe = [] }) {
  const possible = hosts.filter(({ name }) => !cannotBe.includes(name));
  const results = possible.flatMap(({ name, flags = [], words = [], ...host }) =>
    ['esm', 'cjs'].map((format) => {
      const args = [...before, ...flags, 'answer.js', format, ...words];
      return { name: `${name}, ${format}`, ...compareProcess({ command, args, ...host }) };
    }),
  );
  return {
    version: results[0].version,
    summary: `${results.length} processes on ${possible.length} hosts`,
    differences: results.flatMap(({ name, difference }) =>
      difference === undefined ? [] : [`${name}: ${difference}`],
    ),
  };
}
