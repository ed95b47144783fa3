import fc from 'fast-check';

// How often each property is tried. `npm run coverage` tries 1,000, and RUNS=100000 fills a night.
fc.configureGlobal({ numRuns: Number(process.env['RUNS'] ?? 100) });
