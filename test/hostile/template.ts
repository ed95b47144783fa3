// Valid arguments of a function, with marks at the places where more than one thing may stand.

interface Allowed {
  readonly optional?: true;
  readonly nullable?: true;
  /** A name of the caller's own: any text of 1 to 256 characters. */
  readonly name?: true;
  /** Any text at all. */
  readonly text?: true;
  /** A text that says nothing if it is empty. */
  readonly empty?: true;
  /** Text in which spacing and punctuation around do not count. */
  readonly spelled?: true;
  /** What may be left out where another field is, so that its object may be empty. */
  readonly beside?: true;
  /** An object that may hold more than is asked of it. */
  readonly open?: true;
  /** What may be an array as well. */
  readonly list?: true;
  /** Whatever can be walked through. What it throws while it is walked through is its own affair. */
  readonly iterable?: true;
  /** An amount that may be negative. */
  readonly signed?: true;
  /** Whatever it is, nobody looks at it. */
  readonly anything?: true;
}

class Marked {
  readonly template: unknown;
  readonly allowed: Allowed;

  constructor(template: unknown, allowed: Allowed) {
    this.template = template;
    this.allowed = allowed;
  }
}

const mark =
  (allowed: Allowed) =>
  (template: unknown): Marked =>
    template instanceof Marked
      ? new Marked(template.template, { ...template.allowed, ...allowed })
      : new Marked(template, allowed);

export const optional: (template: unknown) => unknown = mark({ optional: true });
export const nullable: (template: unknown) => unknown = mark({ nullable: true });
/** In the vendor's bodies `null` says nothing, as does what is left out. */
export const unsaid: (template: unknown) => unknown = mark({ optional: true, nullable: true });
export const name: (template: unknown) => unknown = mark({ name: true });
export const empty: (template: unknown) => unknown = mark({ empty: true });
export const text: (template: unknown) => unknown = mark({ text: true });
export const spelled: (template: unknown) => unknown = mark({ spelled: true });
export const beside: (template: unknown) => unknown = mark({ beside: true });
export const open: (template: unknown) => unknown = mark({ open: true });
export const list: (template: unknown) => unknown = mark({ list: true });
export const iterable: (template: unknown) => unknown = mark({ iterable: true });
export const signed: (template: unknown) => unknown = mark({ signed: true });
export const anything: (template: unknown) => unknown = mark({ anything: true });

type Path = readonly (string | number)[];

/** A place in the arguments, what is valid there and what else would be. */
export interface Place {
  readonly path: Path;
  readonly valid: unknown;
  readonly allowed: Allowed;
  readonly kind: 'text' | 'number' | 'boolean' | 'object' | 'array' | 'other';
  /** Whether it is an object from which something may not be left out. */
  readonly needsFields: boolean;
}

/** The arguments themselves. */
export function validOf(template: unknown): unknown {
  if (template instanceof Marked) return validOf(template.template);
  if (Array.isArray(template)) return template.map(validOf);
  if (!isRecord(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([key, part]) => [key, validOf(part)]));
}

/** Every place, from the outside in. */
export function placesIn(template: unknown, path: Path = []): Place[] {
  const { allowed, bare } = unmarked(template);
  if (allowed.anything) return [];
  const parts = Array.isArray(bare) || isRecord(bare) ? Object.entries(bare) : [];
  const inner = parts.flatMap(([key, part]) =>
    placesIn(part, [...path, Array.isArray(bare) ? Number(key) : key]),
  );
  const kind = kindOf(bare);
  const needsFields =
    kind === 'object' && parts.some(([, part]) => isNeeded(unmarked(part).allowed));
  const place: Place = { path, valid: validOf(bare), allowed, kind, needsFields };
  return path.length === 0 ? inner : [place, ...inner];
}

function isNeeded(allowed: Allowed): boolean {
  return !allowed.optional && !allowed.anything && !allowed.beside;
}

function unmarked(template: unknown): { readonly allowed: Allowed; readonly bare: unknown } {
  return template instanceof Marked
    ? { allowed: template.allowed, bare: template.template }
    : { allowed: {}, bare: template };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function kindOf(value: unknown): Place['kind'] {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as 'number';
  if (Array.isArray(value)) return 'array';
  return isRecord(value) ? 'object' : 'other';
}

/** In the place of a value: that it is left out. */
export const GONE: unique symbol = Symbol('gone');

/** The same with one place replaced. */
export function replaced(valid: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = Array.isArray(valid) ? [...valid] : { ...(valid as object) };
  const part = copy as Record<string | number, unknown>;
  if (rest.length === 0 && value === GONE) delete part[key];
  else part[key] = replaced(part[key], rest, value);
  return copy;
}
