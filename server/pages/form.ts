import { type Child, type Html, html } from './html.ts';

/** What is wrong with one field of a form. */
export type Fault = { readonly field: string; readonly text: string };

/** Everything wrong with a form, before anything else on the page; each line leads to its field. */
export function errorSummary(faults: readonly Fault[]): Html | undefined {
  if (faults.length === 0) return undefined;
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-title">
<h2 id="error-title">There is a problem</h2>
<ul>${faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>
</div>`;
}

/** A page’s title says first that something is wrong, as a screen reader reads it. */
export const titleOf = (title: string, faults: readonly Fault[]): string =>
  faults.length > 0 ? `Error: ${title}` : title;

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  /** Said below the label. */
  readonly hint?: Child;
  readonly value?: string;
  /** What the browser may fill in. Source: HTML, autofill; WCAG 2.2 1.3.5. */
  readonly autocomplete: string;
};

/** One field with its label, hint and fault. */
export function field(
  { name, label, type = 'text', hint, value = '', autocomplete }: Field,
  faults: readonly Fault[] = [],
): Html {
  const { about, fault, described, wrong } = annotate(name, hint, faults);
  const invalid = fault ? html` aria-invalid="true"` : undefined;
  const plain = type === 'text' ? undefined : html` spellcheck="false" autocapitalize="none"`;
  return html`<div class="field${wrong}"><label for="${name}">${label}</label>${about}
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required${described}${invalid}${plain}></div>`;
}

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

export type Choices = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: Child;
  readonly choices: readonly Choice[];
  readonly chosen?: string;
};

/** One of a few, all seen at once. */
export function radios(
  { name, legend, hint, choices, chosen }: Choices,
  faults: readonly Fault[] = [],
): Html {
  const { about, described, wrong } = annotate(name, hint, faults);
  return html`<fieldset class="field${wrong}"${described}><legend>${legend}</legend>${about}
${choices.map(({ value, label, hint: more }, index) => {
  // the first bears the name, so that the summary leads to it
  const id = index === 0 ? name : `${name}-${value}`;
  const checked = value === chosen ? html` checked` : undefined;
  return html`<div class="choice"><input type="radio" id="${id}" name="${name}" value="${value}" required${checked}>
<label for="${id}">${label}${more && html`<small>${more}</small>`}</label></div>`;
})}</fieldset>`;
}

function annotate(name: string, hint: Child, faults: readonly Fault[]) {
  const fault = faults.find((each) => each.field === name);
  const ids = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean).join(' ');
  return {
    fault,
    wrong: fault ? ' wrong' : '',
    described: ids === '' ? undefined : html` aria-describedby="${ids}"`,
    about: html`${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : undefined}${
      fault && html`<p class="fault" id="${name}-fault"><b>Error:</b> ${fault.text}</p>`
    }`,
  };
}

export type Form = {
  readonly action: string;
  /** Proves that a page of this session’s own sends it; empty when nobody is signed in. */
  readonly token: string;
  readonly button: string;
  readonly tone?: 'main' | 'quiet' | 'danger';
  /** Told to who hears the page: what the button is about, where its word does not say. */
  readonly about?: string;
};

/** A form and its one button. */
export const form = (
  { action, token, button, tone = 'main', about }: Form,
  ...fields: readonly Child[]
): Html =>
  html`<form method="post" action="${action}" novalidate>
<input type="hidden" name="token" value="${token}">${fields}
<button type="submit" class="press ${tone}">${button}${about && html`<span class="heard"> ${about}</span>`}</button></form>`;
