import { Problem } from '../io/problem.ts';

/** A file that is none of those that a command reads: nothing was answered. */
export class WrongInput extends Problem {
  constructor(file: string, sentence: string) {
    super(`${file === '-' ? 'standard input' : file}: ${sentence}`);
  }
}
