// The rules as an HTTP service, for teams that are not on JavaScript: POST the facts as JSON, get the answer. GET /openapi.json describes it.
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import * as rules from 'partner-rules';

const require = createRequire(import.meta.url);
const { version } = require('partner-rules/package.json');

/** Each path: the function that answers it, and the JSON Schemas of its facts and of its answer. */
const routes = {
  '/refunds': [rules.quoteRefund, 'refund-request', 'refund-quote'],
  '/exchanges': [rules.quoteExchange, 'exchange-request', 'exchange-quote'],
  '/plans': [rules.planReturns, 'plan-request', 'return-plan'],
  '/software-cancellations': [
    rules.decideSoftwareCancellation,
    'software-cancellation-request',
    'software-cancellation-decision',
  ],
  '/customer-purchases': [
    rules.decideCustomerPurchase,
    'customer-purchase-request',
    'customer-purchase-decision',
  ],
};

/** A schema without what only a file of its own has; its definitions stay inside it, reached from the document's root. */
function schemaOf(name, place) {
  const { $schema: _, $id: __, ...schema } = require(`partner-rules/schemas/${name}.json`);
  const text = JSON.stringify(schema).replaceAll('"#/', `"${place}/`);
  return JSON.parse(text);
}

const names = ['issues', ...Object.values(routes).flatMap(([, facts, answer]) => [facts, answer])];
const place = (name) => `#/components/schemas/${name}`;
const json = (name) => ({ 'application/json': { schema: { $ref: place(name) } } });

export const openapi = {
  openapi: '3.1.0',
  info: { title: 'partner-rules', version, license: { name: 'MIT', identifier: 'MIT' } },
  paths: Object.fromEntries(
    Object.entries(routes).map(([path, [rule, facts, answer]]) => {
      const answers = {
        200: { description: 'The answer, also if it is a no.', content: json(answer) },
        400: { description: 'The facts cannot be used.', content: json('issues') },
      };
      const requestBody = { required: true, content: json(facts) };
      return [path, { post: { operationId: rule.name, requestBody, responses: answers } }];
    }),
  ),
  components: {
    schemas: Object.fromEntries(names.map((name) => [name, schemaOf(name, place(name))])),
  },
};

export const app = new Hono();
app.use(bodyLimit({ maxSize: 1_000_000 }));
app.get('/openapi.json', (context) => context.json(openapi));
for (const [path, [rule]] of Object.entries(routes)) {
  app.post(path, async (context) => context.json(rule(factsOf(await context.req.text()))));
}
app.onError((error, context) => {
  if (rules.isInputError(error)) return context.json(error.issues, 400);
  return error instanceof HTTPException ? error.getResponse() : context.text('Internal error', 500);
});

/** The JSON of a body; of another text the text itself, which every rule rejects with an issue. */
function factsOf(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
