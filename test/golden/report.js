import process from 'node:process';

/** Prints a line for what was compared, and one for each difference, which fail the run. */
export function report(what, differences) {
  const isIdentical = differences.length === 0;
  console.log(`${what}: ${isIdentical ? 'identical' : `not identical (${differences.length})`}`);
  for (const difference of differences) console.log(`  ${difference}`);
  if (!isIdentical) process.exitCode = 1;
}
