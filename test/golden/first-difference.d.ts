export function firstDifference(golden: string, answers: string): string | undefined;
