import { escapeText } from '../../kernel/issue.ts';
import type { Explanation, Line } from './explanation.ts';

/** The format of an explanation. */
export interface Form {
  readonly fact: (text: string) => string;
  readonly write: (explanation: Explanation) => string;
}

/** Lines for a terminal or a mail, none of them empty. What cannot be seen in a fact is escaped. */
const text: Form = {
  fact: escapeText,
  write({ verdict, sections }) {
    const lines = sections.flatMap(({ title, lines }) => [title, ...lines.flatMap(textLines)]);
    return [verdict, ...lines].join('\n');
  },
};

function textLines({ text, detail }: Line): string[] {
  return detail === undefined ? [`  ${text}`] : [`  ${text}`, `    ${detail}`];
}

/** CommonMark. No fact can be a heading, a link, an image or anything but itself. */
const markdown: Form = {
  fact: (text) => escapeText(text).replace(SPECIAL, '\\$&'),
  write({ verdict, sections }) {
    const parts = sections.map(
      ({ title, lines }) => `### ${title}\n\n${lines.map(markdownLine).join('\n')}`,
    );
    return [`**${verdict}**`, ...parts].join('\n\n');
  },
};

/** ASCII punctuation; commas, hyphens within words, points within numbers and colons before spaces mean nothing. */
const SPECIAL = /(?!(?<=[a-z\d])-(?=[a-z\d])|(?<=\d)\.(?=\d)|: )[!-+\--/:-@[-`{-~]/gi;

function markdownLine({ text, detail }: Line): string {
  return detail === undefined ? `- ${text}` : `- ${text}\\\n  ${detail}`;
}

export const forms: { readonly text: Form; readonly markdown: Form } = { text, markdown };
