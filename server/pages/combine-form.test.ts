import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import type { Make } from '#data/schema/combine.ts';
import { checkCombination } from '#server/catalogue/check-combination.ts';
import { addressOf, type CombineView, combineForm } from './combine-form.ts';
import { render } from './html.ts';
import { licencePage, licencesPage } from './licence-pages.ts';

const EVIL = '"><script>alert(1)</script>';
const { licences } = loadVocabulary(fileURLToPath(new URL('../../data', import.meta.url)));
const catalogue = [...licences.values()];

function view(ids: readonly string[], make: Make = 'merged'): CombineView {
  const parts = ids.flatMap((id) => {
    const licence = licences.get(id);
    const told = {
      ...{ id, kind: 'licence' as const, title: `${EVIL} ${id}`, publisher: EVIL },
      ...{ synthetic: true },
      licence: { id, title: EVIL, chip: 'open' as const, attribution: EVIL },
    };
    return licence ? [{ title: told.title, licence, told, basis: 'presumed', changes: EVIL }] : [];
  });
  return {
    datasets: [],
    licences: ids,
    make,
    answer: parts.length > 0 ? checkCombination(parts, make) : undefined,
    choices: { datasets: [], licences: catalogue },
  };
}

describe('combineForm()', () => {
  it('names what stands in the way and offers three ways on, as text', () => {
    const page = render(combineForm(view(['ODbL-1.0', 'SPENW-Shared'])));
    expect(page).not.toContain('<script');
    expect(page).toContain('These two cannot be merged');
    expect(page).toContain('may not be passed on');
    expect(page.match(/class="ways">(.*?)<\/ul>/s)?.[1]?.match(/<li>/g)).toHaveLength(3);
  });

  it('gives the terms, the credit and the changes where it may be made', () => {
    const page = render(combineForm(view(['OGL-UK-3.0', 'CC-BY-4.0'])));
    for (const words of ['You may', 'You must', 'The credit to paste', 'What ODIN changed']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('/api/combine?licences=OGL-UK-3.0,CC-BY-4.0&amp;make=merged');
  });

  it('keeps what was chosen when another is added, and leaves it out of the choices', () => {
    const page = render(combineForm(view(['ODbL-1.0'], 'separate')));
    expect(page).toContain('<input type="hidden" name="licences" value="ODbL-1.0">');
    expect(page).not.toContain('value="licence:ODbL-1.0"');
    expect(page).toContain('<option value="separate" selected>');
  });
});

describe('licencesPage(), licencePage()', () => {
  it('show the form, the rules and the table of what may go into what', () => {
    const page = licencesPage(catalogue, [], view([]));
    expect(page).toContain('id="combine"');
    expect(page).toContain('id="rules"');
    expect(page).toMatch(/ODbL-1\.0<\/th><td>no<\/td><td>no<\/td><td>no<\/td><td>yes<\/td>/);
  });

  it('say which licence nobody has read yet', () => {
    for (const licence of catalogue) {
      const page = licencePage(licence, [], view([licence.id]));
      expect(page.includes('To be confirmed')).toBe(!licence.verified);
    }
  });
});

describe('addressOf()', () => {
  it('is the start where nothing is chosen', () => {
    expect(addressOf({ datasets: [], licences: [], make: 'merged' })).toBe('/licences#combine');
  });
});
