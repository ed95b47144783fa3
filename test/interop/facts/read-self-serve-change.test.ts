import { describe, expect, it } from 'vitest';
import { decidePermissionChange, readSelfServeChange } from '../../../src/index.ts';
import { changed, partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const policy = partnerCenter('update-a-self-serve-policy.1');

describe('a self-serve policy that is sent', () => {
  it('wants the permission on', () => {
    expect(complaints(readSelfServeChange(policy))).toEqual([
      'known.roles missing-field',
      'known.current missing-field',
    ]);
    expect(complaints(readSelfServeChange(policy, { roles: [], current: 'off' }))).toEqual([
      'known.hasSubscription missing-field',
    ]);
    const known = { roles: 'admin-agent', current: 'off', hasSubscription: true } as const;
    const facts = factsOf(readSelfServeChange(policy, known));
    expect(facts).toEqual({ ...known, roles: ['admin-agent'], wanted: 'on' });
    expect(decidePermissionChange(facts)).toMatchObject({ allowed: true, next: 'on' });
  });

  it('requests off if it does not grant it', () => {
    const known = { roles: 'admin-agent', current: 'on' } as const;
    const facts = factsOf(readSelfServeChange(changed(policy, { permissions: [] }), known));
    expect(decidePermissionChange(facts)).toMatchObject({ allowed: true, next: 'off' });
  });

  it('contains no facts if it is not a policy', () => {
    expect(complaints(readSelfServeChange({}, { roles: [], current: 'off' }))).toContain(
      'permissions missing-field',
    );
  });
});
