import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownMeetup } from '../cli/own-meetup.ts';
import { parseReport, runCli } from '../cli/run-cli.ts';
import { talk } from '../compile-meetup.ts';

const EVENT = `---
title: Night & <Day>
lang: en
date: 2031-04-02
venue: Betahaus, Berlin
host: Hanna
recording: https://video.example.org/evening.mp4
site: https://talks.example.org/night/
publish: [notes, sources]
allow: [markup-in-field]
breaks:
  - title: Pizza
    time: 19:30
    duration: 20
qaTime: 19:50
---

## Welcome

- Doors open at **seven**
`;
const BODY = `## Numbers

What we saw, see [the rest](#The%20rest).

| Where | Jobs |
|---|--:|
| Here \\<i\\> | 12 |

<!-- Said **quietly** -->

## The rest

- One[^1], with \`<script>\` and $x^2$
- [Two](https://example.org/?a=1&b=2) at H~2~O
  - Below

[^1]: Or *two*.

## Figures

- **12 %** of all
- **3** more

## Bars {.bars}

| Team | Hours |
|---|---|
| Red | 1200 |
| **Blue** | 3 |

## Way

\`\`\`mermaid
flowchart LR
  a --> b
\`\`\`

## Mixed

> [!WARNING] Mind *this*
> Two lines

Term
: What it means

\`\`\`ts name.ts
const a = '\`\`\`';
\`\`\`

$$
\\frac{1}{2}
$$

## Picture

![A dot](dot.svg "Seen from far")

## Said

> Words of \\# somebody
>
> — Ada
`;
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><circle r="9"/></svg>';
const QUESTION =
  '---\nquestion: Why *not*?\naskedBy: Hanna\naskedTo: Ada\ntopic: Reasons\n---\n\n### Ada\n\nBecause.\n';
const TALK = talk(BODY).replace(
  'title: A talk',
  'title: "A _talk_ #1"\ntime: 19:10\nrole: CTO\nlinks: { repository: https://example.org/r_1 }',
);

describe('documents of the evening', () => {
  const meetup = ownMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': TALK,
    'content/talks/dot.svg': DOT,
    'content/qa/01-why.md': QUESTION,
  });
  const run = (...flags: readonly string[]) => runCli(['export', ...flags], meetup.root);
  const read = (path: string) => readFileSync(join(meetup.root, 'out', path), 'utf8');

  it('are Markdown, an article and a calendar, written without a browser and without printing', async () => {
    const { code, stdout, stderr } = await run('--md', '--article', '--ics', '--browser', '/no/such/browser');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      '4 files in out/\n  out/md/Night-Day-meetup.md  1 kB\n  out/article/Night-Day-meetup.html  11 kB\n  out/ics/Night-Day-meetup.ics  1 kB\n',
    );
    expect(readdirSync(join(meetup.root, 'out')).sort()).toEqual(['article', 'ics', 'md']);
    expect(read('md/media/talks/dot.svg')).toBe(DOT);
    expect(read('md/Night-Day-meetup.md')).toMatchSnapshot();
    expect(read('article/Night-Day-meetup.html')).toMatchSnapshot();
    expect(read('ics/Night-Day-meetup.ics')).toMatchSnapshot();
    const again = await run('--md', '--article', '--ics', '--json');
    expect(parseReport(again)).toMatchObject({
      decks: [],
      documents: [{ kind: 'md' }, { kind: 'article' }, { kind: 'ics' }],
    });
  });

  it('tell of one talk where one is named, without what concerns the whole evening', async () => {
    expect(await run('ada', '--md', '--ics')).toMatchObject({ code: 0 });
    expect(read('md/ada.md')).not.toMatch(/Hanna|Programme|Pizza|Why/);
    expect(read('ics/ada.ics').match(/^SUMMARY:.*/gm)).toEqual(['SUMMARY:A _talk_ #1 \u00b7 Ada']);
    expect(await run('eve', '--md')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no deck "eve".'),
    });
  });

  it('hold pictures themselves where the meetup has no site, and neither notes nor sources that are not published', async () => {
    meetup.write('content/event.md', EVENT.replace(/^(?:site|publish):.*\n/gm, ''));
    expect(await run('--md', '--article')).toMatchObject({ code: 0 });
    const article = read('article/Night-Day-meetup.html');
    expect(article).toContain(`src="data:image/svg+xml;base64,${Buffer.from(DOT).toString('base64')}"`);
    for (const text of [article, read('md/Night-Day-meetup.md')]) expect(text).not.toContain('quietly');
  });

  it('are not written where content has an error, and a calendar needs a day', async () => {
    meetup.write('content/event.md', EVENT.replace(/^date:.*\n/m, ''));
    expect(await run('--ics')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'A calendar needs the day of the meetup.\nWrite it into content/event.md',
      ),
    });
    meetup.write('content/event.md', EVENT);
    meetup.write('content/qa/01-why.md', QUESTION.replace('### Ada', '### Eve'));
    expect(await run('--md')).toMatchObject({ code: 1 });
    expect(existsSync(join(meetup.root, 'out/md'))).toBe(false);
  });

  it('take templates of the meetup, and say which value there is not', async () => {
    meetup.write('templates/documents/evening.md.hbs', '{{title}} in short\n');
    expect(await run('--md')).toMatchObject({ code: 0 });
    expect(read('md/Night-Day-meetup.md')).toBe('Night & \\<Day> in short\n');
    meetup.write('templates/documents/evening.md.hbs', '{{titel}}\n');
    expect(await run('--md')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'evening.md.hbs:1:3: the template asks for "titel", which this document does not have.',
      ),
    });
  });
});
