import { z } from 'zod';
import { passwordFault } from '#server/accounts/password.ts';
import type { Fault } from '#server/pages/form.ts';

/** Longest e-mail address. Source: RFC 5321 §4.5.3.1. */
const Email = z.email().max(254);
const MOST_NAME = 100;

/** What is wrong with an e-mail address, as a fault of its field. */
export const emailFaults = (email: string): Fault[] =>
  Email.safeParse(email.trim()).success
    ? []
    : [{ field: 'email', text: 'Enter an e-mail address, like name@council.example' }];

/** What is wrong with how somebody new describes themselves. */
export function personFaults(name: string, password: string, email: string): Fault[] {
  const faults: Fault[] = [];
  if (name.trim() === '') faults.push({ field: 'name', text: 'Enter your name' });
  if (name.length > MOST_NAME)
    faults.push({ field: 'name', text: `Use at most ${MOST_NAME} characters` });
  return [...faults, ...passwordFaults(password, email)];
}

/** What is wrong with a password somebody chooses. */
export function passwordFaults(password: string, email: string, field = 'password'): Fault[] {
  const text = passwordFault(password, email);
  return text === undefined ? [] : [{ field, text }];
}
