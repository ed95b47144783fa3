import fc from 'fast-check';

// How often each property is tried: RUNS=100000 npx vitest run for a long night.
fc.configureGlobal({ numRuns: Number(process.env['RUNS'] ?? 1_000) });
