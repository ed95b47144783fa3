import fc from 'fast-check';
import { ahead } from './ahead.ts';
import type { Book } from './book.ts';
import { buy } from './buy.ts';
import { cancel } from './cancel.ts';
import { clock } from './clock.ts';
import type { Desk } from './desk.ts';
import { exchange } from './exchange.ts';
import { hit } from './hit.ts';
import { pick } from './parts.ts';
import { repeat } from './repeat.ts';
import { spoil } from './spoil.ts';
import { type Step, steps } from './step.ts';

const changePolicy = steps('policy', fc.nat({ max: 2 }), (book, desk, place) => {
  const policy = pick(book.policies, place);
  book.saw('a change of policy', policy !== book.policy);
  book.policy = policy;
  desk.reopen('batch', policy);
});

const save = steps('save', fc.constant('the ledgers'), (book, desk) => {
  desk.save();
  book.saw('saved ledgers');
});

const reopen = steps('reopen', fc.constantFrom('batch', 'steps'), (book, desk, from) => {
  desk.reopen(from);
  book.saw('a batch that goes on');
});

const kinds: readonly (readonly [number, fc.Arbitrary<Step>])[] = [
  [5, buy],
  [7, cancel],
  [3, hit],
  [4, repeat],
  [2, exchange],
  [1, ahead],
  [1, spoil],
  [6, clock],
  [1, changePolicy],
  [1, save],
  [1, reopen],
];

/** Up to 100 steps, and long ones as often as short ones. */
export const sequences: fc.Arbitrary<Iterable<fc.Command<Book, Desk>>> = fc.noBias(
  fc.commands(
    kinds.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary)),
    { maxCommands: 100, size: 'max' },
  ),
);
