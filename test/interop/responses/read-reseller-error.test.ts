import { describe, expect, it } from 'vitest';
import { readResellerError, resellerErrorCodes } from '../../../src/interop/index.ts';

describe('readResellerError', () => {
  // The codes and their meaning, written off the vendor's page of error codes by hand.
  it.each([
    [900123, 'agreement-not-accepted', 'RSL-13', 'have-the-reseller-accept-the-agreement'],
    [900124, 'provider-agreement-not-accepted', 'RSL-13', 'accept-the-partner-agreement'],
    [800016, 'not-enrolled', 'RSL-2', 'enroll-as-indirect-reseller'],
    [2072, 'wrong-partner-id', 'RSL-14', 'use-the-location-partner-id'],
  ])('reads %i as %s', (code, reason, clause, nextStep) => {
    const value = { code, reason, clause, nextStep };
    expect(readResellerError({ code, description: 'x', data: [], source: 'PartnerFD' })).toEqual({
      ok: true,
      value,
    });
    expect(readResellerError({ Code: `${code}` })).toEqual({ ok: true, value });
    expect(Object.values(resellerErrorCodes)).toContain(code);
  });

  it.each([
    [{}, 'missing-field'],
    [{ code: 2073 }, 'unknown-value'],
    [{ code: '2072 ' }, 'unknown-value'],
    [{ code: true }, 'unknown-value'],
  ])('has no refusal for %j', (body, code) => {
    expect(readResellerError(body)).toMatchObject({
      ok: false,
      issues: [{ path: ['code'], code }],
    });
  });

  it.each([undefined, null, 900123, [], new Map()])('refuses the body %j', (body) => {
    expect(readResellerError(body)).toMatchObject({
      ok: false,
      issues: [{ code: 'not-an-object' }],
    });
  });
});
