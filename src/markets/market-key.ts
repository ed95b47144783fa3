// U+034F among the accents is one that cannot be seen.
const ACCENTS_SPACING_PUNCTUATION = /[\u0300-\u034e\u0350-\u036f\s\p{P}`´]/gu;

/**
 * Returns the key of a name: its letters, without case, accents, spacing and punctuation. "&" is
 * "and", and a name may begin with "Saint" or "St".
 */
export function marketKey(name: string): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(ACCENTS_SPACING_PUNCTUATION, '');
  return letters.startsWith('saint') ? `st${letters.slice('saint'.length)}` : letters;
}

/** The same without the small words, which one list writes and another leaves out. */
export function terseMarketKey(name: string): string {
  return marketKey(name.replace(/&|\b(?:and|the)\b/gi, ''));
}
