import { describe, expect, it } from 'vitest';
import type { LicenceStep } from '#data/schema/desk-licence.ts';
import { answered, answersOf, isOsLicence, isPage, sayLeft, withPart } from './answers.ts';

const STEP = { answers: { author: 'council' } } as LicenceStep;

describe('answers to the licence questions', () => {
  it('answersOf prefers what is still on its way to what the server said', () => {
    expect(answersOf(STEP, [])).toEqual({ author: 'council' });
    const waiting = [
      { method: 'PUT', path: 'licence', body: { author: 'others' } },
      { method: 'PUT', path: 'guards', body: { guard: 'more', value: 'x' } },
    ] as const;
    expect(answersOf(STEP, waiting)).toEqual({ author: 'others' });
  });

  it('answered lets go of the licence, for it may fit no longer, unless nothing changes', () => {
    const answers = { author: 'council', licence: 'OGL-UK-3.0' } as const;
    expect(answered(answers, 'author', 'others')).toEqual({ author: 'others' });
    expect(answered(answers, 'author', 'council')).toBe(answers);
  });

  it('withPart puts a part in and takes it out', () => {
    expect(withPart({}, 'year', 2017)).toEqual({ year: 2017 });
    expect(withPart({ year: 2017 }, 'year', undefined)).toEqual({});
  });

  it('isOsLicence takes the three forms of a number and nothing else', () => {
    for (const text of ['AC0000000000', 'ac0000000000', '0000000000', '100012345', ' 100012345 ']) {
      expect(isOsLicence(text), text).toBe(true);
    }
    for (const text of ['', 'AC12', '12345678', 'AC00000000000', '10001234x']) {
      expect(isOsLicence(text), text).toBe(false);
    }
  });

  it('isPage takes web addresses only', () => {
    expect(isPage('https://rochdale.example/brownfield')).toBe(true);
    for (const text of ['', 'rochdale', 'javascript:alert(1)', 'http://x', 'ftp://a.b/c']) {
      expect(isPage(text), text).toBe(false);
    }
  });

  it('sayLeft names what is left', () => {
    expect(sayLeft([])).toBe('');
    expect(sayLeft(['5 questions', 'the evidence'])).toBe(
      'Still needed: 5 questions, the evidence',
    );
  });
});
