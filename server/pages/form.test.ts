import { expect, it } from 'vitest';
import { errorSummary, field, form, radios, titleOf } from './form.ts';
import { html, render } from './html.ts';
import { layout, withReader } from './layout.ts';

const EVIL = '"><script>x</script>';

it('withReader() says who reads in the header alone, whatever they are called', () => {
  const page = layout({ title: 'T', description: 'D', body: html`<p>Sign in</p>` });
  const read = withReader(page, `$& ${EVIL}`);
  expect(read).toContain('<a href="/account">$&amp; &quot;&gt;&lt;script&gt;');
  expect(read).not.toContain('href="/sign-in"');
  expect(read).toContain('<p>Sign in</p>');
  expect(read).not.toContain('<script>');
});

it('field() ties hint and fault to the field, and shows what was filled in as text', () => {
  const faults = [{ field: 'email', text: 'Enter it' }];
  const shown = render(
    field(
      { name: 'email', label: 'E-mail', hint: 'Yours', value: EVIL, autocomplete: 'email' },
      faults,
    ),
  );
  expect(shown).toContain('aria-describedby="email-hint email-fault"');
  expect(shown).toContain('aria-invalid="true"');
  expect(shown).toContain('id="email-fault"');
  expect(shown).not.toContain('<script>');
});

it('radios() has the summary lead to the first choice', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const shown = render(radios({ name: 'role', legend: 'Role', choices, chosen: 'b' }));
  expect(shown).toContain('id="role" name="role" value="a" required>');
  expect(shown).toContain('id="role-b" name="role" value="b" required checked>');
});

it('errorSummary() stands only where something is wrong, and the title says so', () => {
  expect(errorSummary([])).toBeUndefined();
  const summary = errorSummary([{ field: 'name', text: 'Enter your name' }]);
  expect(summary && render(summary)).toContain('<a href="#name">Enter your name</a>');
  expect([titleOf('T', []), titleOf('T', [{ field: 'a', text: 'b' }])]).toEqual(['T', 'Error: T']);
});

it('form() always carries the token of the session', () => {
  const shown = render(form({ action: '/x', token: 't', button: 'Remove', about: 'Ada' }));
  expect(shown).toContain('name="token" value="t"');
  expect(shown).toContain('Remove<span class="heard"> Ada</span>');
});
