/** A label and what is known under it. */
export type Line = readonly [label: string, fact: string | undefined];

/** What is known, one fact a line. Facts have their line ends escaped, so that none makes a line. */
export function describeFacts(lines: readonly Line[]): string {
  return lines
    .filter(([, fact]) => fact !== undefined)
    .map(([label, fact]) => `${label}: ${fact}`)
    .join('\n');
}
