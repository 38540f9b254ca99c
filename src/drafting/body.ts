import { type Script, scriptOf } from '../content/claims/words.ts';
import type { AnswerDraft, DraftSection, Heading, Lines, SectionBody } from './drafted.ts';
import { tidy } from './typography.ts';

/**
 * Markdown of a talk's summary, below the front matter. Spacing and punctuation are those that `check --fix` would
 * write.
 */
export function talkBody(sections: readonly DraftSection[], lang: string): string {
  const script = scriptOf(lang);
  return sections
    .map((section) => {
      const marker = section.kind === 'stats' ? ' {.stats}' : '';
      const head = `## ${headingText(section.heading, script)}${marker}`;
      return [head, bodyText(section, script), noteText(section.notes, script)]
        .filter((part) => part !== '')
        .join('\n\n');
    })
    .join('\n\n')
    .concat(sections.length > 0 ? '\n' : '');
}

/** Markdown of a question's summary: a section per person who answers. */
export function exchangeBody(answers: readonly AnswerDraft[], lang: string): string {
  const script = scriptOf(lang);
  return answers
    .map(({ speaker, bodies, notes }) =>
      [`### ${speaker}`, ...bodies.map((body) => bodyText(body, script)), noteText(notes, script)]
        .filter((part) => part !== '')
        .join('\n\n'),
    )
    .join('\n\n')
    .concat(answers.length > 0 ? '\n' : '');
}

/** A point as a field of front matter: its text with a citation, not yet quoted for YAML. */
export function fieldText({ text, lines }: { text: string; lines: Lines }, lang: string): string {
  return `${tidy(text, scriptOf(lang))} ${cite(lines)}`;
}

/** Bodies of one kind need no empty comment between them, because the markers of lists differ. */
function bodyText(body: SectionBody, script: Script): string {
  const write = (text: string) => inertText(tidy(text, script));
  switch (body.kind) {
    case 'points':
      return body.points.map(({ text, lines }) => `- ${write(text)} ${cite(lines)}`).join('\n');
    case 'steps':
      return body.points
        .map(({ text, lines }, index) => `${body.start + index}. ${write(text)} ${cite(lines)}`)
        .join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        row(body.header.map(write)),
        row(['---', '---']),
        ...body.rows.map(({ cells: [name, example], lines }) =>
          row([write(name), `${write(example)} ${cite(lines)}`.trim()]),
        ),
      ].join('\n');
    }
    case 'stats':
      return body.stats
        .map(({ value, label, lines }) => `- **${write(value)}** ${write(label)} ${cite(lines)}`)
        .join('\n');
  }
}

function headingText({ text, lines }: Heading, script: Script): string {
  const shown = inertText(tidy(text, script));
  return lines ? `${shown} ${cite(lines)}` : shown;
}

function cite({ first, last }: Lines): string {
  return first === last ? `[L${first}]` : `[L${first}-${last}]`;
}

function noteText(notes: readonly string[], script: Script): string {
  // Anything that would end the comment or begin another.
  const said = notes
    .join(script === 'zh' ? '' : ' ')
    .replace(/-*>|<!/g, ' ')
    .replace(/-{2,}/g, '—');
  const text = tidy(said, script);
  return text === '' ? '' : `<!-- ${text} -->`;
}

const SIGNS = /[\\`*_[\]<>|~{}&$#]/g;
/** What would turn an address into a link. */
const ADDRESS = /\/(?=\/)|(?<=mailto):/gi;
const BLOCK_START = /^(?:[-+](?=\s|$)|\d{1,9}[.)](?=\s|$)|:{3})/;

/** Escapes text so that Markdown shows it literally. */
export function inertText(text: string): string {
  return text
    .replace(SIGNS, '\\$&')
    .replace(ADDRESS, '\\$&')
    .replace(BLOCK_START, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}
