import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { recordMade } from '../../src/export/made.ts';
import { ownMeetup } from '../cli/own-meetup.ts';
import { parseReport, runCli } from '../cli/run-cli.ts';
import { talk } from '../compile-meetup.ts';
import { brokenLinks } from './walk-links.ts';

const EVENT = `---
title: Night & <Day>
lang: en
date: 2031-04-02
venue: Betahaus, Berlin
host: Hanna
recording: https://video.example.org/evening.mp4
---

## Welcome

- Doors open at **seven**
`;
const BODY = `## Numbers {#numbers}

What we saw, see [the rest](#The%20rest).

| Where | Jobs |
|---|---|
| Here <i> | 12 |

<!-- Said **quietly** -->

## The rest

- One[^1], with \`<script>\`
- [Two](https://example.org/?a=1&b=2)

## As code

\`\`\`ts
const one = '<two>';
\`\`\`

[^1]: Or two.
`.replaceAll('<i>', '\\<i\\>');
const SEEN =
  '\n## Seen\n\n[Talk](https://youtu.be/abc) [L1]\n\n## The way\n\n![A way](../way.png "The way") [L1]\n';
const QUESTION =
  '---\nquestion: Why?\naskedBy: Hanna\naskedTo: Ada\ntopic: Reasons\n---\n\n### Ada\n\nBecause.\n';
const TALK = talk(BODY).replace('takeaway: Remember this.', 'takeaway: \'Remember </script> "this".\'');

describe('talkdeck site', () => {
  const meetup = ownMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': TALK,
    'content/qa/01-why.md': QUESTION,
  });
  const site = (...flags: readonly string[]) => runCli(['site', '--no-slides', ...flags], meetup.root);
  const at = (path: string) => join(meetup.root, 'out/site', path);
  const page = (path: string) => readFileSync(at(path), 'utf8');
  /** Without the head, which has its own tests. */
  const body = (path: string) => page(path).replace(/[\s\S]*<\/head>\n/, '');

  it('writes pages whose text is exactly what was written, and whose links lead somewhere', async () => {
    const { code, stdout, stderr } = await site();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^5 pages in out\/site\/: \d+ files written, 0 unchanged\.\n$/);
    for (const path of ['index.html', 'talks/ada.html', 'qa.html', 'evening/Night-Day.html', '404.html']) {
      expect(body(path)).toMatchSnapshot(path);
    }
    expect(page('talks/ada.html').replace(/<body[\s\S]*/, '')).toMatchSnapshot('head of a talk');
    expect(brokenLinks(at('.'))).toEqual([]);
  });

  it('shows nothing of notes, sources and transcript unless event.md publishes them', async () => {
    await site();
    expect(page('talks/ada.html')).not.toContain('quietly');
    expect(page('search-data.js')).not.toContain('quietly');
    meetup.write(
      'content/event.md',
      EVENT.replace('host:', 'publish: [notes, sources, transcript]\nsource: said.txt\nhost:'),
    );
    meetup.write('content/said.txt', 'Good evening <all>.\nOne and two.\n');
    const way = sharp({ create: { width: 64, height: 64, channels: 3, background: '#246' } });
    meetup.write('content/way.png', await way.png().toBuffer());
    meetup.write('content/qa/01-why.md', QUESTION.replace('### Ada', '### Ada [L2]'));
    meetup.write(
      'content/talks/01-ada.md',
      `${TALK.replace('- One', '- One [L2]').replace('## The rest\n', '## The rest [L1-2]\n')}${SEEN}`,
    );
    expect((await site()).code).toBe(0);
    expect(page('talks/ada.html')).toContain(
      '<details class="notes"><summary>Speaker notes</summary>\n<p>Said <strong>quietly</strong></p>',
    );
    expect(page('talks/ada.html')).toContain(
      '</code> <a class="cite" href="../transcript.html#L2" aria-label="Sources L2">L2</a></li>',
    );
    // A heading has its own, which the table of contents does not repeat.
    expect(page('talks/ada.html').match(/>L1-2<\/a>/g)).toHaveLength(1);
    const cite = '<a class="cite" href="../transcript.html#L1" aria-label="Sources L1">L1</a>';
    // A link contains no other, and a caption has the citations of its picture.
    expect(page('talks/ada.html')).toContain(`YouTube: Talk</a> ${cite}</p>`);
    expect(page('talks/ada.html')).toContain(`<figcaption>The way ${cite}</figcaption>`);
    // Citations for a whole answer are beside its speaker.
    expect(page('qa.html')).toContain(
      '<strong>Ada</strong> <a class="cite" href="transcript.html#L2" aria-label="Sources L2">L2</a>',
    );
    expect(page('transcript.html')).toContain(
      '<li id="L1"><a class="line-number" href="#L1">1</a><span>Good evening &lt;all&gt;.</span></li>',
    );
    expect(brokenLinks(at('.'))).toEqual([]);
  });

  it('has a sitemap, a feed and absolute addresses where event.md says where it will be', async () => {
    await site();
    expect(existsSync(at('sitemap.xml'))).toBe(false);
    meetup.write('content/event.md', EVENT.replace('host:', 'site: https://example.org/night\nhost:'));
    await site();
    expect(page('sitemap.xml')).toContain('<url><loc>https://example.org/night/talks/ada.html</loc></url>');
    expect(page('feed.xml')).toMatchSnapshot('feed');
    expect(page('index.html')).toContain('<link rel="canonical" href="https://example.org/night/">');
    // A host shows it at any address.
    expect(page('404.html')).toContain('href="/night/site.css"');
    await site('--noindex');
    expect(page('index.html')).toContain('<meta name="robots" content="noindex">');
    expect(existsSync(at('sitemap.xml'))).toBe(false);
  });

  it('writes nothing again that has not changed, removes what is gone, and leaves what others put there', async () => {
    await site();
    writeFileSync(at('CNAME'), 'night.example.org');
    const before = statSync(at('qa.html')).mtimeMs;
    expect((await site()).stdout).toMatch(/: 0 files written, \d+ unchanged\.\n$/);
    rmSync(join(meetup.root, 'content/talks/01-ada.md'));
    meetup.write('content/talks/01-bo.md', TALK.replace('speaker: Ada', 'speaker: Bo'));
    meetup.write('content/qa/01-why.md', QUESTION.replaceAll('Ada', 'Bo'));
    const report = parseReport(await site('--json'));
    expect(report).toMatchObject({ ok: true, removed: ['talks/ada.html'] });
    expect(readdirSync(at('talks'))).toEqual(['bo.html']);
    expect(page('CNAME')).toBe('night.example.org');
    expect(statSync(at('qa.html')).mtimeMs).toBeGreaterThan(before);
  });

  it('refuses to write over what somebody else wrote, and writes nothing at all then', async () => {
    mkdirSync(at('.'), { recursive: true });
    writeFileSync(at('index.html'), 'mine');
    const { code, stderr } = await site();
    expect(code).toBe(2);
    expect(stderr).toContain('out/site/index.html is not as talkdeck wrote it');
    expect(readdirSync(at('.'))).toEqual(['index.html']);
  });

  it('writes nothing while there are errors', async () => {
    meetup.write('content/qa/01-why.md', QUESTION.replace('topic: Reasons\n', ''));
    expect(await site()).toMatchObject({ code: 1 });
    expect(existsSync(at('.'))).toBe(false);
  });

  it('takes templates of the meetup, says which value a page lacks, and escapes in three braces, too', async () => {
    meetup.write('templates/site/lost.html.hbs', '<main id="text">{{{event}}}</main>');
    await site();
    expect(body('404.html')).toContain('<main id="text">Night &amp; &lt;Day&gt;</main>');
    meetup.write('templates/site/lost.html.hbs', '<p>{{titel}}</p>');
    const { code, stderr } = await site();
    expect(code).toBe(2);
    expect(stderr).toContain(
      'lost.html.hbs:1:6: the template asks for "titel", which this page does not have.',
    );
  });

  it('offers what an export left in out/, unless the deck has changed since', async () => {
    await runCli(['build'], meetup.root);
    for (const path of ['out/pdf/ada.pdf', 'out/handout/qa.pdf']) {
      mkdirSync(dirname(join(meetup.root, path)), { recursive: true });
      meetup.write(path, '%PDF-1.7');
    }
    await site();
    expect(page('talks/ada.html')).toContain(
      '<a class="button" href="../files/pdf/ada.pdf">Slides as PDF</a>',
    );
    meetup.write(
      'content/talks/01-ada.md',
      TALK.replace('The rest', 'All the rest').replace('The%20rest', 'All%20the%20rest'),
    );
    const { stdout } = await site();
    expect(stdout).toContain('Not offered, because their decks have changed since: out/pdf/ada.pdf.');
    expect(
      readdirSync(at('files'), { recursive: true })
        .map(String)
        .map((name) => name.replaceAll('\\', posix.sep))
        .sort(),
    ).toEqual(['handout', 'handout/qa.pdf']);
  });

  it('offers no file whose deck shows another picture or another theme than when it was exported', async () => {
    const drawn = (color: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="${color}"/></svg>`;
    meetup.write('content/assets/box.svg', drawn('#0b5cad'));
    meetup.write('content/talks/01-ada.md', `${TALK}\n## A box\n\n![A box](../assets/box.svg)\n`);
    meetup.write('content/event.md', EVENT.replace('host:', 'site: https://example.org/night\nhost:'));
    await runCli(['build'], meetup.root);
    for (const path of ['out/pdf/ada.pdf', 'out/pdf/qa.pdf']) meetup.write(path, `%PDF ${path}`);
    const cover = sharp({ create: { width: 1960, height: 1104, channels: 3, background: '#0b5cad' } });
    meetup.write('out/png/ada/ada-01.png', await cover.png().toBuffer());
    const project = openProject(meetup.root);
    const { value } = compile(project);
    if (!value) throw new Error('the meetup has errors');
    const made = (slug: string) => ({
      ...{ slug, slides: 1, seconds: 0, cache: 'miss' as const },
      products: [
        { kind: 'pdf' as const, pages: 1, bytes: 1, files: [`pdf/${slug}.pdf`] },
        { kind: 'png' as const, pages: 1, bytes: 1, files: [`png/${slug}/${slug}-01.png`] },
      ],
    });
    recordMade(project, value, { decks: [made('ada'), made('qa')], whole: null });
    const outdated = async () => parseReport(await site('--json')).outdated;
    expect(await outdated()).toEqual([]);
    // Link previews show the exported cover.
    expect(page('talks/ada.html')).toContain(
      '<meta property="og:image" content="https://example.org/night/preview/ada.png">',
    );
    expect(await sharp(readFileSync(at('preview/ada.png'))).metadata()).toMatchObject({
      ...{ width: 1200, height: 630, format: 'png' },
    });
    meetup.write('content/assets/box.svg', drawn('#b8324f'));
    await runCli(['build'], meetup.root);
    // Whatever their times are: a checkout or a copy gives all files new ones.
    const later = new Date(Date.now() + 60_000);
    for (const slug of ['ada', 'qa']) utimesSync(join(meetup.root, `out/pdf/${slug}.pdf`), later, later);
    expect(await outdated()).toEqual(['pdf/ada.pdf']);
    expect(existsSync(at('preview'))).toBe(false);
    expect(page('talks/ada.html')).not.toContain('og:image');
    cpSync(project.themeFolder, join(meetup.root, 'templates/theme'), { recursive: true });
    meetup.write('templates/theme/styles/tables.css', 'td { color: red; }\n');
    expect(await outdated()).toEqual(['pdf/ada.pdf', 'pdf/qa.pdf']);
  });
});
