import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished, vi } from 'vitest';

/** What the test does to files from now on, in its order. */
export function stepsWithFiles(): readonly string[] {
  restore();
  const { openSync, closeSync, fsyncSync, renameSync } = fs;
  const paths: string[] = [];
  const steps: string[] = [];
  vi.spyOn(fs, 'openSync').mockImplementation((path, flags, mode) => {
    const file = openSync(path, flags, mode);
    paths[file] = String(path);
    steps.push(`open ${paths[file]}`);
    return file;
  });
  vi.spyOn(fs, 'closeSync').mockImplementation((file) => {
    closeSync(file);
    steps.push(`close ${paths[file]}`);
  });
  vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    fsyncSync(file);
    steps.push(`sync ${paths[file]}`);
  });
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    renameSync(from, to);
    steps.push(`rename ${String(from)} to ${String(to)}`);
  });
  syncBuiltinESMExports();
  onTestFinished(restore);
  return steps;
}

function restore(): void {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
}
