import { explain } from 'partner-rules/explain';
import { tryQuoteRefund } from 'partner-rules/reservations';
import { useId, useState } from 'react';

const labels = {
  paid: 'Price paid (USD)',
  purchasedOn: 'Purchased on (UTC)',
  canceledOn: 'Cancelled on (UTC)',
};

/** A form that answers as one types, with each issue at its field. */
export function RefundPage() {
  const [facts, setFacts] = useState({
    ...{ currency: 'USD', term: 'P1Y', used: true },
    ...{ paid: '12000.00', purchasedOn: '2026-01-01', canceledOn: '2026-07-02' },
  });
  const parsed = tryQuoteRefund(facts, { policy: 'partner-center' });
  const issues = parsed.ok ? [] : parsed.issues;
  const isPlaced = ({ path }) => Object.hasOwn(labels, path[0]);
  return (
    <main>
      {Object.entries(labels).map(([name, label]) => (
        <Field
          key={name}
          label={label}
          type={name === 'paid' ? 'text' : 'date'}
          value={facts[name]}
          issue={issues.find(({ path }) => path[0] === name)}
          onChange={(value) => setFacts({ ...facts, [name]: value })}
        />
      ))}
      {issues
        .filter((issue) => !isPlaced(issue))
        .map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      <output style={{ whiteSpace: 'pre-line' }}>
        {parsed.ok ? explain(parsed.value) : 'Correct the facts above.'}
      </output>
    </main>
  );
}

function Field({ label, type, value, issue, onChange }) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        aria-invalid={issue !== undefined}
        aria-describedby={`${id}-issue`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-issue`}>
        {issue && `Expected ${issue.expected}; got ${issue.received}.`}
      </span>
    </p>
  );
}
