import type { Issue } from '../../kernel/issue.ts';
import { type BodyFields, type BodyValue, readOptionalBodyFields } from './body-fields.ts';

/** The product, SKU, region and term of a reservation, as far as its body states them. */
export type ReservedKind = BodyFields<'product' | 'sku' | 'region' | 'term'>;

/**
 * Reads them from a reservation, or from a purchase, whose own fields are below `properties`: `sku.name` and `location`
 * stand next to `properties`, the others within.
 */
export function readReservedKind(body: BodyValue, issues: Issue[]): ReservedKind {
  const outer = readOptionalBodyFields(body, ['location', 'sku', 'properties', ...inner], issues);
  const nested = readOptionalBodyFields(outer.properties, inner, issues);
  const { reservedResourceType, term } = outer.properties.value === undefined ? outer : nested;
  return {
    product: reservedResourceType,
    sku: readOptionalBodyFields(outer.sku, ['name'], issues).name,
    region: outer.location,
    term,
  };
}

const inner = ['reservedResourceType', 'term'] as const;
