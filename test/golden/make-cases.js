// The questions of cases.json, always the same ones: `npm run golden` writes them.

import { customers } from './questions/customers.js';
import { explanations } from './questions/explanations.js';
import { malformed } from './questions/malformed.js';
import { markets } from './questions/markets.js';
import { monthly } from './questions/monthly.js';
import { plans } from './questions/plans.js';
import { random } from './questions/random.js';
import { resellers } from './questions/resellers.js';
import { reservations } from './questions/reservations.js';
import { roles } from './questions/roles.js';
import { billedSoftware, software } from './questions/software.js';
import { support } from './questions/support.js';

/** The questions as JSON, one on each line. */
export function makeCases() {
  const questions = [
    ...reservations(random(20_200_806)),
    ...roles(),
    ...markets(),
    ...software(random(20_200_618)),
    ...customers(),
    ...resellers(),
    ...support(),
    ...plans(),
    ...explanations(),
    ...malformed(),
    ...monthly(random(20_230_310)),
    ...billedSoftware(random(20_230_630)),
  ];
  const lines = questions.map(([call, ...given], at) =>
    JSON.stringify({ id: at + 1, call, given }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}
