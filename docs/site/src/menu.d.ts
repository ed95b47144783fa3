export const families: readonly {
  readonly id: string;
  readonly name: readonly [en: string, ko: string];
  readonly title: readonly [en: string, ko: string];
  readonly intro: readonly [en: string, ko: string];
}[];
