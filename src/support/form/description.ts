import { escapeText } from '../../kernel/issue.ts';
import type { SupportKind } from '../request-form.ts';

/** What each kind of request asks for, in the first line of its description. */
export const requests: { readonly [Kind in SupportKind]: string } = {
  'reservation-refund': 'refund of an Azure reservation',
  'reservation-exchange': 'exchange of an Azure reservation',
  'software-cancellation': 'cancellation of a software purchase',
};

/** A label and what is known under it. */
export type Line = readonly [label: string, fact: string | undefined];

/** What is known, one fact a line. What cannot be seen is escaped, line ends too, so that none makes a line. */
export function describeFacts(lines: readonly Line[]): string {
  return lines
    .filter(([, fact]) => fact !== undefined)
    .map(([label, fact]) => `${label}: ${escapeText(fact as string)}`)
    .join('\n');
}
