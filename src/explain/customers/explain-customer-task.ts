import {
  type CustomerTaskDecision,
  decideCustomerTask,
} from '../../customers/decide-customer-task.ts';
import type { OwnCustomerTask } from '../../places/directions.ts';
import {
  type Explanation,
  explanationOf,
  reasonsText,
  section,
  turningText,
  type Voice,
} from '../form/explanation.ts';

/** Explains a decision on a customer's own task. */
export function explainCustomerTask(answer: CustomerTaskDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { task, subscriptionBoughtBy } = answer.request;
  const buyer = steps.buyers[subscriptionBoughtBy];
  const told = {
    steps: [section(titles.facts, [steps.boughtBy({ buyer })])],
    grounds: answer,
  };
  const name = words.customerTasks[task];
  if (answer.allowed) {
    const how = words.customerTaskWays[answer.how];
    const where = task as OwnCustomerTask;
    return explanationOf(
      { ...told, where, verdict: verdicts.customerTask({ task: name, how }) },
      voice,
    );
  }
  const { obstacles, reason } = answer;
  const verdict = verdicts.customerTaskDenied({
    task: name,
    reasons: reasonsText(obstacles, words),
  });
  if (reason === 'through-the-partner') return explanationOf({ ...told, verdict }, voice);
  const sold = decideCustomerTask(task, { subscriptionBoughtBy: 'partner' });
  const whatIf = sold.allowed ? words.whatIf.soldByPartner : turningText(1, sold, words);
  return explanationOf({ ...told, verdict, whatIf: [whatIf] }, voice);
}
