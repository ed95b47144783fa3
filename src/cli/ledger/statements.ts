import type { Database, Statement } from './sqlite.ts';

type StatementName =
  | 'customer'
  | 'nextCustomer'
  | 'entry'
  | 'newest'
  | 'oldest'
  | 'entries'
  | 'addCustomer'
  | 'setDays'
  | 'addEntry'
  | 'remove'
  | 'forgotten'
  | 'addForgotten';

const ENTRY = 'SELECT answer, id, policy, facts FROM answers WHERE customer = ?';

const sql: Readonly<Record<StatementName, string>> = {
  customer: 'SELECT customer, customer_id, last_day, days FROM customers WHERE customer_id = ?',
  nextCustomer:
    'SELECT customer, customer_id, last_day, days FROM customers WHERE customer > ? ORDER BY customer LIMIT 1',
  entry: `${ENTRY} AND id = ?`,
  newest: `${ENTRY} ORDER BY day DESC LIMIT 1`,
  oldest: `${ENTRY} ORDER BY day LIMIT ?`,
  entries: `${ENTRY} ORDER BY answer`,
  addCustomer: 'INSERT INTO customers (customer_id, last_day, days) VALUES (?, ?, ?)',
  setDays: 'UPDATE customers SET last_day = ?, days = ? WHERE customer = ?',
  addEntry: 'INSERT INTO answers (customer, id, policy, facts) VALUES (?, ?, ?, ?)',
  remove: 'DELETE FROM answers WHERE customer = ? AND id = ?',
  forgotten: 'SELECT * FROM forgotten WHERE customer_id = ? ORDER BY rowid',
  addForgotten: 'INSERT INTO forgotten VALUES (?, ?, ?, ?, ?, ?, ?)',
};

export type Statements = Readonly<Record<StatementName, Statement>>;

/** Prepares every statement, which fails if a table is not as the schema says. */
export function statementsOf(database: Database): Statements {
  const entries = Object.entries(sql).map(([name, text]) => [name, database.prepare(text)]);
  return Object.fromEntries(entries) as Statements;
}
