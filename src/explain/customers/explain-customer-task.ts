import { decideCustomerTask } from '../../customers/decide-customer-task.ts';
import type { CustomerTaskFacts } from '../../customers/facts.ts';
import { readCustomerTask } from '../../customers/read-facts.ts';
import { askAgain, checkAnswer, type Explainer } from '../form/answer-fields.ts';
import { explanationOf, reasonsText, section, turningText } from '../form/explanation.ts';

/** Whether a customer does something themselves. */
export const explainCustomerTask: Explainer = (fields, voice, issues) => {
  const task = readCustomerTask(fields['task'], issues);
  if (issues.length > 0) return undefined;
  const asked = askAgain(
    () => decideCustomerTask(task, fields['request'] as CustomerTaskFacts),
    ['request'],
    issues,
  );
  const answer = asked && checkAnswer(fields, asked, issues);
  if (answer === undefined) return undefined;

  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const buyer = steps.buyers[answer.request.subscriptionBoughtBy];
  const told = {
    steps: [section(titles.facts, [steps.boughtBy({ buyer })])],
    grounds: answer,
  };
  const name = words.customerTasks[task];
  if (answer.allowed) {
    const how = words.customerTaskWays[answer.how];
    return explanationOf({ ...told, verdict: verdicts.customerTask({ task: name, how }) }, voice);
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
};
