export function goldenAnswers(library: object, cases: readonly object[]): string;
