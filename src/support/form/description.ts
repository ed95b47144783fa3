import { escapeText } from '../../kernel/issue.ts';
import type { SupportKind } from '../request-form.ts';

/** The first line of the description for each kind of request. */
export const requests: { readonly [Kind in SupportKind]: string } = {
  'reservation-refund': 'refund of an Azure reservation',
  'reservation-exchange': 'exchange of an Azure reservation',
  'software-cancellation': 'cancellation of a software purchase',
};

/** A label and what is known under it. */
export type Line = readonly [label: string, fact: string | undefined];

/** Formats the known facts, one a line. Escapes invisible characters, also line ends, so that none starts a line. */
export function describeFacts(lines: readonly Line[]): string {
  return lines
    .filter(([, fact]) => fact !== undefined)
    .map(([label, fact]) => `${label}: ${escapeText(fact as string)}`)
    .join('\n');
}
