import type { AccessRequest } from '#data/schema/access-request.ts';
import { errorSummary, type Fault, field, form, titleOf } from './form.ts';
import { day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { facts } from './signs.ts';

export type RequestForm = {
  readonly dataset: string;
  readonly title: string;
  readonly publisher: string;
  /** What was filled in, or is known of who is signed in, by field. */
  readonly filled: (name: string) => string;
  readonly formToken: string;
  readonly faults: readonly Fault[];
};

/** `/datasets/:id/request`: ask the owner of a dataset for it. */
export function requestForm(page: RequestForm): string {
  const { dataset, title, publisher, filled, formToken, faults } = page;
  const line = (name: string, label: string, autocomplete: string, hint?: string): Html =>
    field({ name, label, value: filled(name), autocomplete, ...(hint ? { hint } : {}) }, faults);
  const fault = faults.find(({ field: each }) => each === 'words');
  return layout({
    title: titleOf(`Ask for ${title}`, faults),
    description: `Ask ${publisher} for ${title}.`,
    body: html`${errorSummary(faults)}
<nav aria-label="Breadcrumb" class="crumbs"><a href="/agreements">Agreements</a></nav>
<h1>Ask for ${title}</h1>
<p class="lead">What you say goes to ${publisher}, its owner, and to nobody else. They answer with an agreement, or say
why not.</p>
${form(
  { action: `/datasets/${dataset}/request`, token: formToken, button: 'Send the request' },
  line('name', 'Your name', 'name'),
  line('organisation', 'Your organisation', 'organization'),
  line('contact', 'How to reach you', 'email', 'An e-mail address or a telephone number.'),
  line(
    'purpose',
    'What you would use it for',
    'off',
    'In a few words: an agreement is for this alone.',
  ),
  html`<div class="field${fault ? ' wrong' : ''}"><label for="words">What you need, and why</label>${
    fault && html`<p class="fault" id="words-fault"><b>Error:</b> ${fault.text}</p>`
  }<textarea id="words" name="words" rows="6" maxlength="2000" required${
    fault && html` aria-describedby="words-fault" aria-invalid="true"`
  }>${filled('words')}</textarea></div>`,
)}`,
  });
}

/** Why a request was not taken: too many wait, or too many came from where it was sent. */
export const requestRefusedPage = (): string =>
  layout({
    title: 'Not sent',
    description: 'The request was not sent.',
    body: html`<h1>The request was not sent</h1>
<p class="lead">Too many requests wait for an answer, or came from where you are. Nothing was kept of yours.</p>
<p>Try again tomorrow, or reach the publisher another way. <a href="/agreements">Agreements</a></p>`,
  });

/**
 * `/requests/:secret`: what became of a request, for who has its address.
 *
 * @param title of the dataset; absent when nobody may know of it any more
 */
export function requestPage(request: AccessRequest, title: string | undefined): string {
  const { asked, at, answer } = request;
  return layout({
    title: 'Your request',
    description: 'What became of a request for data.',
    body: html`<h1>Your request</h1>
<p class="lead">${answerOf(request, title !== undefined)}</p>
${!answer && html`<p>Keep the address of this page: the answer will stand here.</p>`}
${facts([
  ['Asked for', title],
  ['Sent', day(at)],
  ['By', `${asked.name}, ${asked.organisation}`],
  ['To be used for', asked.purpose],
  ['In your words', inLines(asked.words)],
])}`,
  });
}

/** Lines as they were typed. */
const inLines = (text: string): Html =>
  html`${text.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`;

function answerOf({ answer }: AccessRequest, isKnown: boolean): Html {
  if (!answer) return html`The owner of the data has not answered yet.`;
  if (answer.kind === 'declined') {
    return html`<strong>Declined</strong> on ${day(answer.at)}: ${answer.why}`;
  }
  return html`<strong>Agreed</strong> on ${day(answer.at)}. ${
    isKnown && html`<a href="/agreements/${answer.agreement ?? ''}">The agreement</a>`
  }`;
}

/** Who asks for a dataset, with an answer for each, at the page of its owner. */
export function requestsSection(
  requests: readonly AccessRequest[],
  { dataset, formToken }: { readonly dataset: string; readonly formToken: string },
): Html {
  const waiting = requests.filter(({ answer }) => !answer);
  const answered = requests.length - waiting.length;
  return html`<h2 id="requests">Who asks for it</h2>
${waiting.length === 0 && html`<p class="empty">Nobody waits for an answer.</p>`}
${waiting.map(
  ({ id, asked, at }) => html`<h3>${asked.name}, ${asked.organisation}</h3>
${facts([
  ['Asked', day(at)],
  ['To be used for', asked.purpose],
  ['In their words', inLines(asked.words)],
  ['To be reached at', asked.contact],
])}
<p><a class="press" href="/datasets/${dataset}/agreements?request=${id}">Make an agreement<span class="heard"> with ${asked.organisation}</span></a></p>
${form(
  {
    ...{ action: `/datasets/${dataset}/requests/${id}/decline`, token: formToken },
    ...{ button: 'Decline', tone: 'danger', about: `the request of ${asked.name}` },
  },
  html`<div class="field"><label for="why-${id}">Why not</label><p class="hint" id="read-${id}">They read this.</p>
<input id="why-${id}" name="why" maxlength="500" autocomplete="off" aria-describedby="read-${id}" required></div>`,
)}`,
)}
${answered > 0 && html`<p>${plural(answered, 'request')} answered.</p>`}`;
}
