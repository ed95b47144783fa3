export function makeCases(): string;
