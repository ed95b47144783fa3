import type { Issue } from '../../kernel/issue.ts';
import { type BodyFields, type BodyValue, readBodyFields } from './body-fields.ts';

/**
 * Reads the properties of a resource: below `properties`, as the service and Resource Graph write it, or next
 * to its `id`, as the Azure CLI and PowerShell do.
 */
export function readProperties<Name extends string>(
  resource: BodyValue,
  names: readonly Name[],
  issues: Issue[],
): BodyFields<Name> {
  const { properties } = readBodyFields(resource, ['properties'], issues);
  if (properties.value !== undefined) return withDates(readBodyFields(properties, names, issues));
  const found: Issue[] = [];
  const flat = readBodyFields(resource, names, found);
  const isFlat = Object.values<BodyValue>(flat).some(({ value }) => value !== undefined);
  if (!isFlat) return readBodyFields(properties, names, issues);
  issues.push(...found);
  return withDates(flat);
}

function withDates<Name extends string>(fields: BodyFields<Name>): BodyFields<Name> {
  const entries = Object.entries<BodyValue>(fields).map(([name, { value, path }]) => [
    name,
    { value: plainDate(value), path },
  ]);
  return Object.fromEntries(entries) as BodyFields<Name>;
}

const DOT_NET_DATE = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;
const LAST_TIME = 8.64e15;

/** Returns an instant of Windows PowerShell 5, such as `/Date(1735703509808)/`, as ISO text, and any other value as it is. */
export function plainDate(value: unknown): unknown {
  const [, time] = typeof value === 'string' ? (DOT_NET_DATE.exec(value) ?? []) : [];
  if (time === undefined || Math.abs(Number(time)) > LAST_TIME) return value;
  return new Date(Number(time)).toISOString();
}
