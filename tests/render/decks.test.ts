import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { compileMeetup, deckText, EVENT, talk } from '../compile-meetup.ts';

const TALK = 'content/talks/01-ada.md';

/** The slides that a summary's sections make, as written to the deck. */
function ownSlides(deck: string): readonly string[] {
  const around = /^---\n(?:theme: |layout: (?:cover|speaker|agenda|takeaway|closing)\n)/;
  return deck.split(/\n(?=---\nlayout: )/).filter((text) => !around.test(text));
}

/** The slide of a talk with one section, as written to the deck. */
function slide(body: string): string {
  const deck = deckText({ 'content/event.md': EVENT, [TALK]: talk(body) }, 'ada');
  return ownSlides(deck)[0]?.trim() ?? '';
}

describe('headings before the first of the level of sections', () => {
  it('begin sections, too', () => {
    const body = '### Who we are\n\n- two\n\n#### And where\n\n- here\n\n# What we do\n\n- this';
    const deck = deckText({ 'content/event.md': EVENT, [TALK]: talk(body) }, 'ada');
    expect(deck.match(/^#+ .*/gm)).toEqual([
      ...['# A talk', '# Who we are', '### And where', '# What we do'],
      ...['# If you remember one thing', '# Thank you'],
    ]);
  });
});

describe('a numbered list', () => {
  it('may have brackets behind its numbers, and begin anywhere', () => {
    expect(slide('## S\n\n1) one\n2) two')).toMatch(/^---\nlayout: steps\n[\s\S]*\n1\. one\n2\. two\n/);
    expect(slide('## S\n\n5) five\n6) six')).toMatch(/\n5\. five\n6\. six\n/);
  });
});

describe('a deck', () => {
  it('reads well from cover to takeaway', () => {
    const body = '## First\n\n- one\n- two [L7-9]\n\n<!-- Say this. -->\n\n## Second\n\nJust text.';
    expect(deckText({ 'content/event.md': EVENT, [TALK]: talk(body) }, 'ada')).toMatchInlineSnapshot(`
      "---
      theme: ../node_modules/talkdeck/templates/theme
      title: A talk
      author: Ada
      lang: en
      aspectRatio: 16/9
      themeConfig:
        title: A talk
        accent: "var(--accent-0)"
        look: quiet
      layout: cover
      panel: true
      ---

      <span>Meetup</span>

      # A talk

      ::people::

      - <span class="person" style="--accent: var(--accent-0)" data-monogram="A">Ada</span> <span class="post"><b>Acme</b></span>

      Host Hanna

      ---
      layout: points
      density: -2
      middle: true
      place:
        label: First
        index: 1
        total: 2
      ---

      # First

      <v-clicks>

      - one
      - two

      </v-clicks>

      <!--
      Say this.

      Sources: L7-9
      -->

      ---
      layout: text
      density: -2
      voice: sentence
      middle: true
      place:
        label: Second
        index: 2
        total: 2
      ---

      # Second

      Just text.

      ---
      layout: takeaway
      ---

      # If you remember one thing

      Remember this.

      ::people::

      - <span class="person" style="--accent: var(--accent-0)" data-monogram="A">Ada</span> <span class="post"><b>Acme</b></span>

      ---
      layout: closing
      ---

      <span>Meetup</span>

      # Thank you

      ::people::

      - <span class="person" style="--accent: var(--accent-0)" data-monogram="A">Ada</span> <span class="post"><b>Acme</b></span>
      "
    `);
  });

  it('is the same bytes every time', () => {
    const files = { 'content/event.md': EVENT, [TALK]: talk('## One\n\n- a\n- b') };
    expect(deckText(files, 'ada')).toBe(deckText(files, 'ada'));
  });

  it('has no blank lines in a row and no blanks at line ends', () => {
    const files = {
      'content/event.md': EVENT,
      [TALK]: talk(
        '## One\n\nlead\n\n1. a\n   - nested\n2. b\n\naside\n\n## Two\n\n> quote\n>\n> — somebody',
      ),
      'content/qa/01-why.md': '---\nquestion: Why?\naskedBy: Ben\ntopic: T\n---\n\n### Ada\n\nBecause.\n',
    };
    for (const slug of ['ada', 'qa']) {
      expect(deckText(files, slug)).not.toMatch(/\n\n\n|[ \t]\n/);
    }
  });
});

describe('a slide of each kind', () => {
  it.each([
    ['points', '## T\n\n- one\n  - nested\n- two'],
    ['steps', '## T\n\n3. three\n4. four'],
    ['stats', '## T\n\n- **260 people** in the team\n- **5 years** so far'],
    ['table', '## T\n\n| a | b |\n|---|--:|\n| x | 1 |'],
    ['bars', '## T {.bars}\n\n| model | size (billion) |\n|---|---|\n| A | 17 |\n| B | 1700 |'],
    ['bars', '## T {.bars .log}\n\n| model | size |\n|---|---|\n| A | 17 |\n| B | 170000 |'],
    [
      'series',
      '## T\n\n| year | size (billion) |\n|---|---|\n| 2019 | 17 |\n| **2020** | -5 |\n| 2023 | 1700 |',
    ],
    [
      'series',
      '## T {.line .log}\n\n| year | a (m) | *b* (m) |\n|---|---|---|\n| 2019 | 17 | 2 |\n| 2020 | 3 | 4 |\n| 2023 | 1700 | 900 |',
    ],
    ['stacks', '## T {.stacks}\n\n| x | a (%) | b (%) |\n|---|---|---|\n| one | 97 | 3 |\n| two | 50 | 50 |'],
    ['timeline', '## T {.timeline}\n\n- **2015** begun\n- **2020** done'],
    ['quote', '## T\n\n> Words.\n>\n> — Somebody'],
    ['code', '## T\n\n```ts\nconst a = 1;\n```'],
    ['diagram', '## T\n\n```mermaid\nflowchart LR\n  a --> b\n```'],
    ['text', '## T\n\nOne.\n\nTwo.'],
  ])('%s', (kind, body) => {
    const markdown = slide(body);
    expect(markdown).toMatch(
      new RegExp(
        `^---\\nlayout: ${kind}\\n(?:density: -[12]\\n(?:middle: true\\n)?)?place:\\n  label: T\\n  index: 1\\n  total: 1\\n---\\n\\n# T\\n`,
      ),
    );
    expect(markdown).toMatchSnapshot();
  });
});

describe('a divider', () => {
  it('is its heading, and what is said meanwhile', () => {
    expect(slide('## Part *two*\n\n<!-- A breath. -->')).toBe(
      '---\nlayout: divider\n---\n\n# Part *two*\n\n<!--\nA breath.\n-->',
    );
  });

  it('may have a line below it, where it is asked for', () => {
    expect(slide('## Part two [L3] {.divider}\n\nIn which 2 + 2 is *5*.')).toBe(
      '---\nlayout: divider\n---\n\n# Part two\n\nIn which 2 + 2 is *5*.\n\n<!--\nSources: L3\n-->',
    );
  });

  it('is the same in event.md as in a talk', () => {
    const files = {
      'content/event.md': `${EVENT}\n## Welcome\n`,
      [TALK]: talk('## T\n\n- one'),
      'content/qa/01-why.md': '---\nquestion: Why?\naskedBy: Ben\ntopic: T\n---\n\n### Ada\n\nBecause.\n',
    };
    expect(deckText(files, 'Meetup')).toMatch(/\n---\nlayout: divider\n---\n\n# Welcome\n$/);
  });
});

describe('a figure and a moment', () => {
  it.each([
    ['stats', '- **7** ::right::'],
    ['timeline', '- **7**: ::right::'],
    ['stats', '- **7**::right::'],
  ])('of %s are parted from their words by one sign: %s', (kind, item) => {
    expect(slide(`## T {.${kind}}\n\n${item}`)).toContain('\\::right::');
  });

  it.each(['- **7**: right', '- **7** ： right', '- **7** right'])('%s', (item) => {
    expect(slide(`## T {.stats}\n\n${item}`)).toMatch(/^(?!.*[:：]).*right/m);
  });
});

describe('a fence', () => {
  it.each([
    ['```ts {2|3} twoslash', '```typescript {2|3}'],
    ['```mermaid {theme: "dark"}', '```mermaid'],
    // Slidev would draw it under its alias.
    ['```mmd', '```mmd'],
    ['```TypeScript {1|2}', '```typescript {1|2}'],
    ['```ts {a: 1} v-drag :at="x()"', '```typescript'],
    ['```plantuml', '```'],
  ])('%s is %s for Slidev', (typed, written) => {
    const code = typed.includes('mermaid') ? 'flowchart LR' : 'a';
    expect(slide(`## T\n\n${typed}\n${code}\n\`\`\``)).toContain(`\n${written}\n${code}\n\`\`\``);
  });

  it('in another is code, and makes Slidev look for no diagram', () => {
    const markdown = slide('## T\n\n````md\n```mermaid\nflowchart LR\n```\n````');
    const shown = '&#96;&#96;&#96;mermaid&#10;flowchart LR&#10;&#96;&#96;&#96;';
    expect(markdown).toContain(`<pre v-pre class="slidev-code"><code>${shown}</code></pre>`);
    expect(markdown).not.toContain('```');
  });
});

describe('what a chart measures', () => {
  it('is where Markdown is read, which removes its escapes', () => {
    const markdown = slide('## T {.bars}\n\n| a | *b* 2\\*3 |\n|---|---|\n| x | 1 |');
    expect(markdown).toContain('\n\n<span class="measure">*b* 2\\*3</span>\n\n');
  });
});

describe('a link to a section', () => {
  it('leads to its slide, and not to a slide that talkdeck adds under the same title', () => {
    const more = ['A', 'B', 'C', 'D'].map((title) => `\n\n## ${title}\n\n- ${title}`).join('');
    const body = `## One\n\n- see [there](#Outline)\n\n## Outline\n\n- mine${more}`;
    const deck = deckText({ 'content/event.md': EVENT, [TALK]: talk(body) }, 'ada');
    expect(deck).toContain('\n# Outline\n\n1. One [3](./3)\n2. Outline [4](./4)\n');
    expect(deck).toContain('- see [there](4)');
  });
});

describe('headings as people use them', () => {
  const root = new URL('../fixtures/headings', import.meta.url).pathname;
  /** Layout and headings of each slide between the cover and the takeaway. */
  const deckOf = (slug: string) => {
    const { decks = [] } = compile(openProject(root)).value ?? {};
    return decks.find(({ deck }) => deck.slug === slug)?.text ?? '';
  };
  const outlineOf = (slug: string) =>
    deckOf(slug)
      .split(/\n(?=---\nlayout: )/)
      .slice(1, -2)
      .map((text) => `${/layout: (\w+)/.exec(text)?.[1]}: ${text.match(/^#+ .*$/gm)?.join(' / ')}`);

  it('a repeated title is not a section, and text below it is an opening slide', () => {
    expect(outlineOf('document')).toEqual([
      'points: # A database that heals itself',
      'text: # How it heals / ### Replicas / ### Leader',
      'points: # What it costs',
    ]);
  });

  it('the shallowest begin sections, deeper ones are sub-headings', () => {
    expect(outlineOf('levels')).toEqual(['text: # Line charts / ### Where they lie', 'points: # Bar charts']);
    expect(outlineOf('repeated')).toEqual([
      'text: # Part one of many',
      'text: # Arrivals / ### At night',
      'points: # Service',
    ]);
  });

  it('a talk without any is one slide', () => {
    expect(outlineOf('text')).toEqual(['points: # Nothing but text']);
  });

  it('their anchors, and those of web pages, lead to their slide', () => {
    const deck = deckOf('document');
    expect(deck).toContain('- See [how](3), [how](3), [the leader](3) and [copies](3).');
    expect(deck).not.toContain('{#');
  });
});

describe('in a section', () => {
  const between = (body: string) => {
    const deck = deckText({ 'content/event.md': EVENT, [TALK]: talk(body) }, 'ada');
    return ownSlides(deck);
  };

  it('a rule begins the next slide under its title, and has its place', () => {
    const slides = between('## T [L3]\n\n- one\n\n---\n\n1. first\n\n---\n\n## U\n\n- two');
    expect(slides.map((text) => /layout: (\w+)/.exec(text)?.[1])).toEqual(['points', 'steps', 'points']);
    expect(slides.map((text) => /index: (\d)/.exec(text)?.[1])).toEqual(['1', '1', '2']);
    expect(slides[1]).toMatch(/\n# T\n[\s\S]*Sources: L3/);
  });

  it('tasks have boxes, lists are three deep and begin where they say', () => {
    expect(slide('## T\n\n- [ ] open\n- [x] done\n- \\[x] typed, as is [x]')).toContain(
      '- \u2610 open\n- \u2611 done\n- \\[x\\] typed, as is \\[x\\]',
    );
    expect(slide('## T\n\n- a\n  - b\n    - c')).toContain('- a\n   - b\n     - c');
    expect(slide('## T\n\n5) five\n6) six')).toContain('5. five\n6. six');
    expect(slide('## T\n\none  \ntwo ~~old~~')).toContain('one<br>two <del>old</del>');
  });
});

describe('templates', () => {
  it("takes a user's file over the built-in one, and the others as they are", () => {
    const files = {
      'content/event.md': EVENT,
      [TALK]: talk('## T\n\n- one'),
      'templates/slides/points.md.hbs': '---\nlayout: mine\n---\n\n# {{title}}\n',
    };
    const deck = deckText(files, 'ada');
    expect(deck).toContain('layout: mine');
    expect(deck).toContain('layout: takeaway');
  });

  it('names the template, line and value if one uses a missing value', () => {
    const files = {
      'content/event.md': EVENT,
      [TALK]: talk('## T\n\n- one'),
      'templates/slides/points.md.hbs': '---\nlayout: points\n---\n\n# {{titel}}\n',
    };
    expect(() => compileMeetup(files)).toThrow(
      /templates\/slides\/points\.md\.hbs:5:5: the template asks for "titel"/,
    );
  });

  it.each([
    '{{#each itmes}}x{{/each}}',
    '{{#if tpyo}}x{{/if}}',
    '{{#unless tpyo}}x{{/unless}}',
    '{{yaml tpyo}}',
  ])('is as strict about %s', (template) => {
    const files = {
      'content/event.md': EVENT,
      [TALK]: talk('## T\n\n- one'),
      'templates/slides/points.md.hbs': template,
    };
    expect(() => compileMeetup(files)).toThrow(/points\.md\.hbs:1:\d+: the template asks for "(itmes|tpyo)"/);
  });

  it('names the template that is not valid Handlebars', () => {
    const files = {
      'content/event.md': EVENT,
      [TALK]: talk('## T\n\n- one'),
      'templates/slides/points.md.hbs': '{{#if lead}}\n',
    };
    expect(() => compileMeetup(files)).toThrow(/templates\/slides\/points\.md\.hbs:2: this is not a valid/);
  });

  it('refuses a helper for a text that gets something else', () => {
    const files = {
      'content/event.md': EVENT,
      [TALK]: talk('## T\n\n- one'),
      'templates/slides/points.md.hbs': '{{attribute items}}\n',
    };
    expect(() => compileMeetup(files)).toThrow(/points\.md\.hbs: \{\{attribute\}\} takes a text/);
  });
});
