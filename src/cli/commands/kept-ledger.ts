import type { RefundLedger } from '../../reservations/index.ts';
import type { Forgotten } from '../ledger/forget-entry.ts';
import { LedgerDatabase } from '../ledger/ledger-database.ts';
import { LedgerFile } from '../ledger/ledger-file.ts';
import { isDatabase } from '../ledger/ledger-path.ts';
import { DATABASE_WAIT } from './kept-settlement.ts';
import type { LedgerInvocation } from './ledger-arguments.ts';

/** A ledger that is looked at: each customer's as it is kept, and where it stands. */
export interface KeptLedger {
  readonly ledgers: () => Iterable<{ readonly place: string; readonly ledger: unknown }>;
  readonly ledgerOf: (customerId: string) => RefundLedger | undefined;
  readonly forgottenOf: (customerId: string) => Forgotten[];
  readonly faults: () => string[];
  readonly close: () => void;
}

/** Opens a ledger to read it, next to others that may write. */
export async function openKeptLedger(
  { wait }: Pick<LedgerInvocation, 'wait'>,
  path: string,
): Promise<KeptLedger> {
  if (isDatabase(path)) {
    const database = await LedgerDatabase.open(path, wait ?? DATABASE_WAIT);
    return {
      *ledgers() {
        for (const ledger of database.ledgers()) {
          yield { place: `${path}, customer ${ledger.customerId}`, ledger };
        }
      },
      ledgerOf: (customerId) => database.whole(customerId),
      forgottenOf: (customerId) => database.forgottenOf(customerId),
      faults: () => database.faults(),
      close: () => database.close(),
    };
  }
  const file = new LedgerFile(path);
  return {
    *ledgers() {
      let position = 0;
      for (const ledger of file.read()) {
        yield { place: file.placeOf(position), ledger };
        position += 1;
      }
    },
    ledgerOf: (customerId) => {
      for (const ledger of file.read() as Iterable<RefundLedger | null>) {
        if (ledger?.customerId === customerId) return ledger;
      }
      return undefined;
    },
    forgottenOf: (customerId) => file.forgottenOf(customerId),
    faults: () => [],
    close: () => {},
  };
}
