import type { Issue } from '../../kernel/issue.ts';
import { readSaid, type Said, type SaidFields } from './body-fields.ts';

/**
 * Reads the properties of a resource: below `properties`, as the service and Resource Graph write it, or next
 * to its `id`, as the Azure CLI and PowerShell do.
 */
export function readProperties<Name extends string>(
  resource: Said,
  names: readonly Name[],
  issues: Issue[],
): SaidFields<Name> {
  const { properties } = readSaid(resource, ['properties'], issues);
  if (properties.value !== undefined) return withDates(readSaid(properties, names, issues));
  const found: Issue[] = [];
  const flat = readSaid(resource, names, found);
  const isFlat = Object.values<Said>(flat).some(({ value }) => value !== undefined);
  if (!isFlat) return readSaid(properties, names, issues);
  issues.push(...found);
  return withDates(flat);
}

function withDates<Name extends string>(fields: SaidFields<Name>): SaidFields<Name> {
  const entries = Object.entries<Said>(fields).map(([name, { value, path }]) => [
    name,
    { value: plainDate(value), path },
  ]);
  return Object.fromEntries(entries) as SaidFields<Name>;
}

const DOT_NET_DATE = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;
const LAST_TIME = 8.64e15;

/** Returns an instant of Windows PowerShell 5, such as `/Date(1735703509808)/`, as ISO text, and any other value as it is. */
export function plainDate(value: unknown): unknown {
  const [, time] = typeof value === 'string' ? (DOT_NET_DATE.exec(value) ?? []) : [];
  if (time === undefined || Math.abs(Number(time)) > LAST_TIME) return value;
  return new Date(Number(time)).toISOString();
}
