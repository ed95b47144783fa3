// Every question of the playground, in the order of the menu.

import customers from './customers.js';
import exchange from './exchange.js';
import files from './files.js';
import limit from './limit.js';
import link from './link.js';
import markets from './markets.js';
import plan from './plan.js';
import refund from './refund.js';
import resellers from './resellers.js';
import roles from './roles.js';
import software from './software.js';
import support from './support.js';
import timeline from './timeline.js';

export const families = [
  ...[refund, exchange, limit, plan, files, software, link],
  ...[roles, markets, customers, resellers, support, timeline],
];
