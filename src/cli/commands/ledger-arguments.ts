import { nearest } from '../../kernel/read.ts';
import { Problem } from '../io/problem.ts';

/** The actions of `ledger`, and the arguments of each. */
const actions = {
  import: ['FILE'],
  export: [],
  show: ['CUSTOMER'],
  check: [],
  forget: ['CUSTOMER', 'ID'],
} as const;

type LedgerAction = keyof typeof actions;

export const ledgerActions: readonly LedgerAction[] = Object.keys(actions) as LedgerAction[];

interface LedgerOptions {
  readonly wait: number | undefined;
  readonly policy: string | undefined;
  readonly asOf: string | undefined;
  /** The day of the limit that is shown. */
  readonly on: string | undefined;
  readonly reason: string | undefined;
}

/** A command about a ledger as it is kept. */
export interface LedgerInvocation extends LedgerOptions {
  readonly kind: 'ledger';
  readonly action: LedgerAction;
  readonly ledger: string;
  readonly words: readonly string[];
}

/** Reads the words after `ledger`. Throws a `Problem` if they are wrong. */
export function readLedgerArguments(
  [given, ...words]: readonly string[],
  { ledger, ...options }: LedgerOptions & { readonly ledger: string | undefined },
): LedgerInvocation {
  const action = ledgerActions.find((name) => name === given);
  if (action === undefined) {
    const got = given === undefined ? 'nothing' : `"${given}"`;
    const near = given === undefined ? undefined : nearest(given, ledgerActions);
    const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
    const expected = ledgerActions.join(', ');
    throw new Problem(
      `ledger: expected one of ${expected}, got ${got}${hint} (see partner-rules help ledger)`,
    );
  }
  const expected = actions[action];
  if (words.length !== expected.length) {
    const usage = ['ledger', action, '--ledger LEDGER', ...expected].join(' ');
    throw new Problem(`expected ${usage}, got "${words.join('" "')}"`);
  }
  if (ledger === undefined) throw new Problem(`ledger ${action}: --ledger is missing`);
  const { on, reason, policy, asOf } = options;
  if (on !== undefined && action !== 'show') {
    throw new Problem(`--on can be used only with ledger show, not with ledger ${action}`);
  }
  if ((reason !== undefined) !== (action === 'forget')) {
    throw new Problem(
      reason === undefined
        ? 'ledger forget: --reason is missing'
        : `--reason can be used only with ledger forget, not with ledger ${action}`,
    );
  }
  if (reason?.trim() === '') throw new Problem('--reason: expected a text that is not blank');
  if ((policy ?? asOf) !== undefined && action !== 'show' && action !== 'forget') {
    throw new Problem(
      `a policy can be used only with ledger show and forget, not with ledger ${action}`,
    );
  }
  return { kind: 'ledger', action, ledger, words, ...options };
}
