import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { SlideOf } from '../../src/deck/kinds/slides.ts';
import { compileMeetup, EVENT, type Files, talk } from '../compile-meetup.ts';

const PHOTO = PNG.sync.write(new PNG({ width: 1960, height: 1100 }));
const SIGN = PNG.sync.write(new PNG({ width: 64, height: 64 }));

function files(body: string): Files {
  return {
    'content/event.md': EVENT,
    'content/talks/01-ada.md': talk(body),
    'content/assets/a.png': PHOTO,
    'content/assets/b.png': PHOTO,
    'content/assets/sign.png': SIGN,
  };
}

/** Findings as `9:4 code`; the body's first line is line 8. */
const findings = (body: string) =>
  compileMeetup(files(body)).findings.map(({ at, code }) => `${at.line}:${at.column} ${code}`);

function slides(body: string) {
  const { value, findings: found } = compileMeetup(files(body));
  expect(found).toEqual([]);
  const deck = value?.decks.find(({ deck: { slug } }) => slug === 'ada');
  return { slides: deck?.deck.slides ?? [], text: deck?.text ?? '' };
}

const A = '![A](../assets/a.png)';
const B = '![B](../assets/b.png)';
const POINTS = '- One 1\n- Two 2';

describe('a picture beside text', () => {
  it('is on the side where it was typed, or where its author wants it', () => {
    const sides = [`${A}\n\n${POINTS}`, `${POINTS}\n\n${A}`, `${A}{.right width=30%}\n\n${POINTS}`].map(
      (body) => {
        const slide = slides(`## T\n\n${body}`).slides.find(({ kind }) => kind === 'beside');
        const { side, share } = slide as SlideOf<'beside'>;
        return `${side} ${share}`;
      },
    );
    expect(sides).toEqual(['left 50', 'right 50', 'right 30']);
  });

  it('stays beside text that goes on', () => {
    const long = Array.from({ length: 14 }, (_, index) => `- Point ${index} of many, which takes two lines`);
    const { slides: all } = slides(`## T {.left}\n\n${A}\n\n${long.join('\n')}`);
    const parts = all.filter((slide) => slide.kind === 'beside');
    expect(parts.map(({ part, image }) => `${part?.index}/${part?.total} ${image.src}`)).toEqual([
      '1/2 ../assets/a.png',
      '2/2 ../assets/a.png',
    ]);
  });
});

it('a paragraph of pictures and nothing else is pictures, each with its words below it', () => {
  const { text } = slides(`## T\n\n${A} ![B](../assets/b.png "After 3 years")`);
  expect(text).toContain(`<div class="pictures" style="--columns: 2">
<div class="picture">
<img src="&#46;&#47;assets&#47;a&#46;png" alt="A">

A

</div>
<div class="picture">
<img src="&#46;&#47;assets&#47;b&#46;png" alt="B">

After 3 years

</div>
</div>`);
});

it('eight pictures are two slides of four', () => {
  const { slides: all } = slides(`## T\n\n${Array.from({ length: 8 }, () => A).join('\n')}`);
  const parts = all.filter((slide) => slide.kind === 'pictures');
  expect(parts.map(({ pictures }) => pictures.length)).toEqual([4, 4]);
});

describe('columns', () => {
  it('of five parts are three and two', () => {
    const parts = Array.from({ length: 5 }, (_, index) => `### Part ${index}\n\nText ${index}`);
    const { slides: all } = slides(`## T {.columns}\n\n${parts.join('\n\n')}`);
    const columns = all.filter((slide) => slide.kind === 'columns');
    expect(columns.map((slide) => slide.columns.length)).toEqual([3, 2]);
  });

  it('that are too long go on in their place, below the same words', () => {
    const long = Array.from(
      { length: 8 },
      (_, index) => `- Point ${index}, which takes two lines of its column`,
    );
    const { slides: all } = slides(`## T {.columns}\n\n### For\n\n${long.join('\n')}\n\n### Against\n\n- 1`);
    const columns = all.filter((slide) => slide.kind === 'columns');
    expect(columns.map((slide) => slide.columns.map(({ blocks }) => blocks.length))).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });
});

describe('what cannot be laid out is reported at its position', () => {
  it.each([
    ['a side without text', `${A}{.left}`, '10:23 picture-place'],
    ['a picture that fills the slide of a list', `${A}{.full}\n\n${POINTS}`, '10:23 picture-place'],
    ['one of several that fills the slide', `${A}{.full}\n${B}`, '10:23 picture-place'],
    ['a picture that leaves text no room', `${A}{width=90%}\n\n${POINTS}`, '10:23 picture-place'],
    ['a width in a line of text', `- A ![a](../assets/sign.png){width=20%} 1`, '10:30 picture-place'],
    ['a photograph in a line of text', `- A ${A} 1`, '10:10 picture-in-line'],
    ['words that no picture knows', `${A}{.center}\n\n${POINTS}`, '10:22 pandoc-markup'],
    ['too little', `${A}{width=5%}`, '10:22 pandoc-markup'],
  ])('%s', (_, body, expected) => {
    expect(findings(`## T 1\n\n${body}`)).toContain(expected);
  });

  it('a sign in a line of text is none of that', () => {
    expect(findings(`## T\n\n- A ![a](../assets/sign.png) 1\n- B 2`)).toEqual([]);
  });
});
