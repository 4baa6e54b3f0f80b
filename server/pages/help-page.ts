import { MAP_KEYS } from '#data/words/keys.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow, licenceChip, SYNTHETIC } from './signs.ts';

const GLOSSARY: readonly (readonly [string, string])[] = [
  ['Dataset', 'What one publisher says about one subject: Brownfield land register, Rochdale.'],
  [
    'Edition',
    'A dataset as it was handed in on one day. Old editions are kept and can be restored.',
  ],
  ['Feature', 'One thing on the map: a substation, a cable, a conservation area.'],
  ['Layer', 'All features of one kind under one licence, from however many datasets.'],
  [
    'Record',
    'One row or entry of the published file. It becomes a feature, or the page says why not.',
  ],
  ['Issue', 'Something found in a file: what it is, on which line, and who can mend it.'],
  [
    'British National Grid',
    'The coordinate system of Ordnance Survey maps (EPSG:27700), in metres.',
  ],
  [
    'OSTN15',
    'Ordnance Survey’s definitive way from the National Grid to WGS 84, true to centimetres.',
  ],
  ['WGS 84', 'Longitude and latitude as satellites and web maps use them.'],
  [
    'Grid reference',
    'Two letters and figures that name a square of the National Grid: SJ 8390 9810.',
  ],
  ['GSS code', 'The Office for National Statistics’ code of an area: E08000005 is Rochdale.'],
  ['Synthetic', 'Made up for demonstration by a script. Nothing in it exists.'],
  [
    'SHA-256',
    'A fingerprint of a file: the same file always has the same one, another file never.',
  ],
];

/** `/help`: how to read the map and its pages. */
export function helpPage(): string {
  return layout({
    title: 'Help',
    description: 'How to read the map: layers, licences, issues, keys and words.',
    section: 'help',
    body: html`
<h1>Help</h1>
<p class="lead">This map shows infrastructure data of councils and utilities, harmonised from the files
they publish. Every value leads back to the line of the file it came from.</p>
${sections()}
<h2 id="keys">Keys</h2>
<p>Arrows, + and − and Enter work while the map has the amber ring. Tab leaves the map.
<a href="/accessibility">Accessibility statement</a>: what was tested, what is short, whom to tell.</p>
${scrollRegion('Keys', html`<table>${headRow('To do this', 'Press')}<tbody>${MAP_KEYS.map(keyRow)}</tbody></table>`)}
<h2 id="words">Words</h2>
<dl class="words">${GLOSSARY.map(([word, means]) => html`<div><dt>${word}</dt><dd>${means}</dd></div>`)}</dl>
<h2 id="problems">When the service says no</h2>
${problems()}`,
  });
}

const keyRow = ([what, ...chords]: (typeof MAP_KEYS)[number]): Html =>
  html`<tr><th scope="row">${what}</th><td>${chords.map(
    (chord) => html`<span class="chord">${chord.map((key) => html`<kbd>${key}</kbd>`)}</span> `,
  )}</td></tr>`;

const sections = (): Html => html`
<h2 id="read">Reading the map</h2>
<ul>
<li><strong>Layers</strong> are switched on under Layers; the ones you see stand at the top, in the order they are drawn.</li>
<li><strong>Click</strong> a place for every feature there, one after the other. Each shows its publisher, edition and licence.</li>
<li><strong>Click a value</strong> to see where it comes from: the published cell, its column and line, and the rule that read it.</li>
<li><strong>List</strong> holds everything in view as text, nearest first. It is complete even where the map draws only part.</li>
</ul>
<h2 id="nothing">Nothing there, or nothing known?</h2>
<p>An empty place may be empty, or nobody may have told us. The ten small boxes beside a layer say which
districts supplied it; <a href="/coverage">who has supplied what</a> says it for all of them. A value
that a publisher left out reads “Not stated by the publisher”, never 0 and never “no”.</p>
<h2 id="synthetic">Synthetic data</h2>
<p>Some datasets are made up to show what the map can do. They carry ${SYNTHETIC} wherever they appear, and
are never attached to a real thing’s name.</p>
<h2 id="licences">Licences</h2>
<p>The chip beside data says what may be done with it: ${licenceChip('open')} and
${licenceChip('attribution')} may be used by anyone who prints the credit line;
${licenceChip('share-alike')} asks that a database made from it is given under the same licence;
${licenceChip('view-only')} may be looked at and not copied. <a href="/licences">All licences</a> in plain words.</p>
<h2 id="accuracy">How exact is it?</h2>
<p>Positions on the National Grid are converted with OSTN15, true to centimetres. That is the conversion, not
the survey: a publisher’s own accuracy is on the card where it is stated. At small scales the map draws
simplified shapes; downloads and measurements use the full ones. Always ask the owner before you dig.</p>
<h2 id="issues">Issues</h2>
<p>Every file is checked as it is read. What was found stands on the dataset’s page with line, column and
value; <a href="/help/issues">all kinds of issue</a> are explained, with how to mend them.</p>`;

const problems = (): Html => html`<dl class="words">
<div id="bad-request"><dt>The request cannot be understood</dt><dd>A parameter is unknown or not of its form; the answer names it.</dd></div>
<div id="not-found"><dt>Not found</dt><dd>Nothing is published under that name, or it was withdrawn.</dd></div>
<div id="not-allowed"><dt>The licence does not allow this</dt><dd>The data may be looked at, not handed out.</dd></div>
<div id="too-large"><dt>Too much was sent at once</dt><dd>A shape to ask about may be 10 MB.</dd></div>
<div id="unreadable"><dt>The file cannot be used</dt><dd>The answer says what was found in it and how to mend it.</dd></div>
<div id="not-signed-in"><dt>Sign in first</dt><dd>The address is for people and programs with an account.</dd></div>
<div id="not-permitted"><dt>Not permitted</dt><dd>Your account, or the API token, is not for this; or a page of another site asked in your name.</dd></div>
<div id="too-many"><dt>Too much was asked at once</dt><dd>The answer says after how many seconds to ask again.</dd></div>
<div id="wrong-method"><dt>Not answered by this method here</dt><dd>What everybody may read is read-only.</dd></div>
<div id="failed"><dt>Something failed on our side</dt><dd>The fault is in the log of whoever runs this map; published data is safe.</dd></div>
</dl>`;
