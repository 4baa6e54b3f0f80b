import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

/** Who runs this map and how people reach them, as the deployment says itself. */
export type Operator = {
  readonly name?: string;
  /** E-mail address or web address. */
  readonly contact?: string;
};

/** Day on which what follows was last gone through. */
const PREPARED = '23 November 2026';

/**
 * `/accessibility`: the statement that the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
 * Accessibility Regulations 2018 ask of a public body, in the order of the model statement.
 */
export function accessibilityPage({ name, contact }: Operator): string {
  return layout({
    title: 'Accessibility statement',
    description: 'How far people with disabilities can use this map, and whom to tell.',
    section: 'help',
    body: html`
<h1>Accessibility statement</h1>
<p class="lead">This statement is about the map, its lists and its documents at this address.
${name === undefined ? '' : html`It is run by ${name}.`} As many people as possible should be able to use it.</p>
${uses()}
<h2 id="feedback">Tell us what does not work</h2>
${feedback(contact)}
<h2 id="enforcement">If you are not content with the answer</h2>
<p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018. If you are not content with how a complaint is answered,
contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.</p>
${compliance()}
${tests()}
<h2 id="prepared">When this was prepared</h2>
<p>This statement was prepared on ${PREPARED} and comes with the software. It rests on the tests above, run by
those who make the software. No outside audit has been made, and it has not yet been tested with people who use
assistive technology every day.</p>`,
  });
}

const uses = (): Html => html`<p>You should be able to:</p>
<ul>
<li>do everything by keyboard alone, drawing included, with the focus always to be seen;</li>
<li>read everything on the map as text, under List and in the card of each feature;</li>
<li>zoom to 400 % without scrolling sideways to read, tables and the map apart;</li>
<li>choose light, dark or high contrast, and fewer movements where your system asks for them;</li>
<li>use a screen reader: results, counts and changes are announced;</li>
<li>type positions instead of pointing at them.</li>
</ul>
<p><a href="/help#keys">The keys</a> are in the help. Change colours, text size and contrast of your device:
<a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> says how.</p>`;

function feedback(contact: string | undefined): Html {
  const ask = html`<p>Say which page, what you wanted to do, and what you use. If you need something of this map in
another form (large print, a list, plain text), ask for it in the same way.</p>`;
  if (contact === undefined) {
    return html`<p><strong>Whoever runs this copy of the map has not said how to be reached.</strong> Please ask the
body whose address this is.</p>${ask}`;
  }
  const isMail = contact.includes('@');
  return html`<p>Write to <a href="${isMail ? `mailto:${contact}` : contact}">${contact}</a>.</p>${ask}`;
}

const compliance = (): Html => html`<h2 id="compliance">How far the standard is met</h2>
<p>This website is <strong>partially compliant</strong> with the
<a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard, because of
what is listed here.</p>
<h3>Known to be short</h3>
<ul>
<li>The picture of the map is drawn and cannot be read by a screen reader (success criterion 1.1.1). List and card
hold the same as text, save the background: rivers, built-up land and place names.</li>
<li>How features lie to each other is told by distance and bearing only, not as a picture by touch or sound.</li>
<li>A picture or PDF made by printing has no text behind the map (1.1.1). The list can be downloaded instead.</li>
<li>Texts and files of publishers are shown as they were published. Some have abbreviations, capitals or PDFs behind
links that may not be accessible (1.3.1).</li>
</ul>
<h3>Outside the regulations</h3>
<p>Online maps are exempt where the essential information is given in another form; here it is the list. Documents
of publishers that are only linked to are third-party content.</p>`;

const tests = (): Html => html`<h2 id="tests">What was tested, and how</h2>
<ul>
<li><strong>By machine, before every release of the software:</strong> axe-core against WCAG 2.0, 2.1 and 2.2, A and AA,
and its good practice, on the states of the map and on this page; journeys by keyboard alone; a
phone of 390 × 844.</li>
<li><strong>Zoom:</strong> a window of 320 CSS pixels, which is 1280 at 400 %.</li>
<li><strong>Colour:</strong> signs of the map against their ground, and against each other as people with
protanopia, deuteranopia and tritanopia see them; high contrast uses no hue at all. Each kind of
sign differs in shape or pattern too.</li>
<li><strong>Not yet:</strong> NVDA, JAWS, VoiceOver and TalkBack by people who use them every day; speech control;
screen magnifiers.</li>
</ul>`;
