import { menderWords, occurrence } from './issue-group.ts';
import type { Story } from './story.ts';

/** Issues shown of each section in the short summary of a terminal. */
const SHOWN = 4;

/** A report as plain text, for `.txt`. */
export function plainReport({ title, verdict, facts, sections, next }: Story): string {
  const lines = [title, '='.repeat(title.length), '', verdict, '', ...factLines(facts)];
  for (const { title: heading, lead, groups } of sections) {
    lines.push('', heading, '-'.repeat(heading.length), lead);
    for (const group of groups) {
      const where = group.where === '' ? '' : ` [${group.where}]`;
      lines.push('', `* ${group.message}${where}`);
      const met = occurrence(group);
      if (met !== '') lines.push(`  ${met}`);
      lines.push(`  ${menderWords(group)}. More: docs/issues.md#${group.code}`);
    }
  }
  return `${[...lines, '', 'Next', '----', next].join('\n')}\n`;
}

function factLines(facts: Story['facts']): string[] {
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
}

/** A few lines for the terminal: what it is, what stops it, what comes next. */
export function summary({ verdict, facts, sections, next }: Story): string {
  const [file, ...others] = facts.map(([label, text]) =>
    label === 'File' ? text : `${label.toLowerCase()}: ${text}`,
  );
  const lines = [file ?? '', ...others.map((fact) => `  ${fact}`), verdict];
  for (const { title, groups } of sections
    .slice(0, -1)
    .concat(sections.slice(-1).filter(isGrave))) {
    lines.push(`${title}:`);
    for (const group of groups.slice(0, SHOWN)) {
      const met = occurrence({ ...group, examples: group.examples.slice(0, 1) });
      lines.push(`  - ${group.message}${met === '' ? '' : ` (${met})`}`);
    }
    if (groups.length > SHOWN)
      lines.push(`  - and ${groups.length - SHOWN} more kinds, in the report`);
  }
  return `${[...lines, `Next: ${next}`].join('\n')}\n`;
}

const isGrave = ({ groups }: Story['sections'][number]): boolean =>
  groups.some(({ severity }) => severity !== 'notice' && severity !== 'info');

/** A report as Markdown, for `.md`. */
export function markdownReport({ title, verdict, facts, sections, next }: Story): string {
  const parts = [
    `# ${escaped(title)}`,
    `**${escaped(verdict)}**`,
    facts.map(([label, text]) => `- ${label}: ${escaped(text)}`).join('\n'),
  ];
  for (const section of sections) {
    parts.push(`## ${section.title}`, section.lead);
    parts.push(
      section.groups
        .map((group) => {
          const where = group.where === '' ? '' : `${escaped(group.where)}: `;
          const met = occurrence(group);
          return `- ${where}${escaped(group.message)}${met === '' ? '' : ` *${escaped(met)}.*`} ${menderWords(group)} ([${group.code}](docs/issues.md#${group.code})).`;
        })
        .join('\n'),
    );
  }
  return `${[...parts, '## Next', escaped(next)].join('\n\n')}\n`;
}

/** Text of a file may hold anything: no markup and no HTML comes of it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]#|]/g, (sign) => `\\${sign}`)
    .replaceAll('<', '&lt;');
