import { describe, expect, it } from 'vitest';
import { compileMeetup, deckText, EVENT, type Files, talk } from '../compile-meetup.ts';

const FILES: Files = {
  'content/event.md': EVENT,
  'content/talks/01-ada.md': talk('## One\n\n- a'),
  'content/talks/02-b_\u6797.md': talk('## Only\n\n- a').replace('Ada', 'Ben'),
  'content/qa/01-x.md': question('X?', '### Ada\n\nYes.\n\n### Ben\n\nNo.'),
  'content/qa/02-y.md': question('Y?', '### Ben\n\nNo.\n\n### Hanna\n\nNo.\n\n### Ben\n\nStill no.'),
};

function question(text: string, body: string): string {
  return `---\nquestion: ${text}\naskedBy: Hanna\naskedTo: Ada\ntopic: T\n---\n\n${body}\n`;
}

/** The slides of a deck with this layout. */
function slides(deck: string, layout: string, files = FILES): readonly string[] {
  return deckText(files, deck)
    .split(/\n(?=---\n(?:theme|layout): )/)
    .filter((slide) => slide.includes(`layout: ${layout}\n`));
}

const ADA = '<DeckLink deck="ada" no="1">Ada</DeckLink></span>';
const BEN = '<DeckLink deck="b&#95;\u6797" no="1">Ben</DeckLink></span>';

describe('links between decks', () => {
  it("lead from a speaker's questions to their slides", () => {
    const [answered] = slides('b_\u6797', 'answered');
    expect(answered).toContain('- **Q1** <span><DeckLink deck="qa" no="3">X?</DeckLink></span> <small>');
    expect(answered).toContain('- **Q2** <span><DeckLink deck="qa" no="5">Y?</DeckLink></span> <small>');
    const qa = deckText(FILES, 'qa').split(/\n(?=---\n(?:theme|layout): )/);
    expect(qa[2]).toContain('routeAlias: qa-1');
    expect(qa[4]).toContain('routeAlias: qa-2');
  });

  it('lead from a speaker to the deck of the talk, wherever the Q&A deck shows the person', () => {
    const [cover = ''] = slides('qa', 'cover');
    expect(cover).toContain(`${ADA} <span class="post"><b>Acme</b></span>\n- <span`);
    const [first = ''] = slides('qa', 'question');
    expect(first).toContain(
      `- To <span class="person" style="--accent: var(--accent-0)" data-monogram="A">${ADA}`,
    );
    expect(first).toContain('data-monogram="H">Hanna</span>');
    const [sideBySide = ''] = slides('qa', 'answers');
    expect(sideBySide).toContain(ADA);
    expect(sideBySide).toContain(BEN);
    expect(slides('qa', 'answer').join('')).toContain(`${BEN} <span class="post"><b>Acme</b></span>\n`);
    const [matrix = ''] = slides('qa', 'matrix');
    expect(matrix).toContain(`<span style="--accent: var(--accent-0)">${ADA} |`);
    expect(matrix).toContain('<span style="--accent: var(--ink-soft)">Hanna</span> |');
    expect(slides('qa', 'closing')[0]).toContain(ADA);
  });

  it('lead from the last slide of a talk to the Q&A deck, unless the organiser says something else there', () => {
    const last = (files: Files) => slides('ada', 'closing', files)[0];
    expect(last(FILES)).toContain('\n\n<DeckLink deck="qa" no="1">Next: Q&A</DeckLink>\n\n');
    const event = EVENT.replace('host', 'closing: See you\nhost');
    expect(last({ ...FILES, 'content/event.md': event })).toContain('\n\nSee you\n\n');
  });

  it('lead from no deck to itself', () => {
    for (const deck of ['ada', 'b_\u6797']) {
      expect(deckText(FILES, deck)).not.toContain(`<DeckLink deck="${deck.replace('_', '&#95;')}"`);
    }
    expect(deckText(FILES, 'qa')).not.toContain('<DeckLink deck="qa"');
  });

  it('are not there where nobody else has a deck', () => {
    const alone = { 'content/event.md': EVENT, 'content/talks/01-ada.md': talk('## One\n\n- a') };
    expect(deckText(alone, 'ada')).not.toContain('DeckLink');
  });

  it('lead from the programme to every deck', () => {
    const { value } = compileMeetup(FILES);
    expect(value?.front.text.match(/<DeckLink deck="[^"]+" no="\d+"><?[^<]*/g)?.slice(2)).toEqual([
      '<DeckLink deck="ada" no="1">A talk',
      '<DeckLink deck="b&#95;\u6797" no="1">A talk',
      '<DeckLink deck="qa" no="1">Q&A',
    ]);
  });
});
