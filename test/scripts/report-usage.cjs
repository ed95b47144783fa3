// `node --require report-usage.cjs …`: writes the CPU time in milliseconds and the peak memory in megabytes
// of the process to file descriptor 3 when it ends.

const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  writeSync(3, JSON.stringify(usage));
});
