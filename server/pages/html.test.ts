import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html, render } from './html.ts';

it('html() escapes what is put in, in text and in attributes', () => {
  const evil = '<script>alert("x")</script>\' & more';
  const page = render(html`<p title="${evil}">${evil}</p>`);
  expect(page).toBe(
    '<!doctype html>\n<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; &amp; more">' +
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; &amp; more</p>',
  );
});

it('html() keeps HTML, joins lists and leaves nothing for nothing', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  expect(render(html`<ul>${items}</ul>${undefined}${false}${0}`)).toBe(
    '<!doctype html>\n<ul><li>a</li><li>b</li></ul>0',
  );
});

it('html() lets no text open a tag, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(render(html`<i>${text}</i>`).slice(19, -4)).not.toMatch(/[<>"']/);
    }),
  );
});
