import { fileURLToPath } from 'node:url';

/** The path of a sample file. */
export const sample = (name: string): string =>
  fileURLToPath(new URL(`../../interop/samples/${name}`, import.meta.url));

/** The beginning of the ids of the samples' orders. */
export const order = '8a1d5f0e-0000-4000-8000-0000000000';

/** The same order in every form in which people have it: 12,000.00 USD for a year from 2025-01-01. */
export const sameOrder = [
  'mca-bom-crlf.csv',
  'order-arm.json',
  'order-arm-list.json',
  'order-az-cli.json',
  'order-powershell-7.json',
  'order-powershell-5.json',
  'order-resource-graph.json',
] as const;
