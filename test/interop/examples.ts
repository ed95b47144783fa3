import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('examples/', import.meta.url);

interface AzureExample {
  readonly parameters: { readonly body?: unknown };
  readonly responses: { readonly [status: string]: { readonly body?: unknown } | undefined };
}

const readAzure = (name: string): AzureExample => readJson(`azure/${name}`) as AzureExample;

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, root), 'utf8'));
}

/** A body of the reservations API: what is sent, or what is responded with a status. */
export function azure(name: string, part: 'request' | '200' | '202' = '200'): unknown {
  const { parameters, responses } = readAzure(name);
  return part === 'request' ? parameters.body : responses[part]?.body;
}

/** A body of the Partner Center API. */
export function partnerCenter(name: string): unknown {
  return (readJson(`partner-center/${name}`) as { readonly body: unknown }).body;
}

const namesIn = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, root)).map((file) => file.replace('.json', ''));

/** Every body of every example, by where it stands. */
export const allBodies: readonly (readonly [where: string, body: unknown])[] = [
  ...namesIn('azure').flatMap((name) =>
    (['request', '200', '202'] as const).map(
      (part) => [`azure/${name} ${part}`, azure(name, part)] as const,
    ),
  ),
  ...namesIn('partner-center').map(
    (name) => [`partner-center/${name}`, partnerCenter(name)] as const,
  ),
].filter(([, body]) => body !== undefined);

/** A copy of a body with other values at some paths; `undefined` takes what is there out. */
export function changed(body: unknown, values: { readonly [path: string]: unknown }): unknown {
  const copy: unknown = structuredClone(body);
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split('.');
    const last = steps.pop() as string;
    let part = copy as Record<string, unknown>;
    for (const step of steps) part = part[step] as Record<string, unknown>;
    if (value === undefined) delete part[last];
    else part[last] = value;
  }
  return copy;
}
