interface Facts {
  readonly version: string;
  readonly license: string;
  readonly repository: { readonly url: string };
  readonly exports: object;
  readonly dependencies: object;
}

export function withAbsoluteLinks(text: string, facts: Facts): string;
export function stage(folder: string, facts: Facts, scope?: string): void;
export function obstaclesTo(
  facts: Pick<Facts, 'repository'>,
  isDryRun: boolean,
  env: { readonly NODE_AUTH_TOKEN?: string },
): string[];
export function jsrMetadata(
  facts: Facts,
  scope: string,
): { readonly exports: { readonly [entry: string]: string }; readonly imports: object };
