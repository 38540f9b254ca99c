import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { areAt, holds, type LiveMeetup, leadTo, mark, place, shows, TALK, WORDS } from './live.ts';
import { sharedLive, sharedTalk } from './shared-live.ts';

const OTHER = 'content/talks/03-yuan-jinhui.md';

let live: LiveMeetup;
/** Shows the talk, at the slide with WORDS. */
let page: Page;

beforeAll(async () => {
  live = await sharedLive();
  page = await sharedTalk();
  // A few seconds later the page preloads all slides, which is slow on a busy machine.
  await holds(page, `document.querySelectorAll('.slidev-page .slidev-layout').length >= 14`);
});

beforeEach(async () => {
  // Regardless of where the previous test left it.
  await goBack();
  await page.evaluate('window.mark = "here"');
});

const goBack = () => leadTo([page], 5, 2);

describe('an edit', () => {
  test('of a point shows in place: same slide, same clicks, no reload', async () => {
    const before = await place(page);
    await live.edited(
      TALK,
      (text) => text.replace(WORDS, `${WORDS}!`),
      async () => {
        await shows(page, `${WORDS}!`);
        expect(await place(page)).toEqual(before);
      },
    );
    await holds(page, `!document.body.innerText.includes('${WORDS}!')`);
    await shows(page, WORDS);
    expect(await mark(page)).toBe('here');
  });

  test('of the title, which is the first heading, shows in place, in the footer and in the tab, too', async () => {
    await live.edited(
      TALK,
      (text) => text.replace(/^title: .*$/m, 'title: \u65b0\u7684\u6807\u9898'),
      async () => {
        await holds(page, 'document.title.includes("\u65b0\u7684\u6807\u9898")');
        await leadTo([page], 1, 0);
        await shows(page, '\u65b0\u7684\u6807\u9898');
        expect(await mark(page)).toBe('here');
      },
    );
  });

  test('that adds a section before it adds a slide, and takes it away, without a reload', async () => {
    const adds = (title: string) => (text: string) => `${text}\n## ${title}\n\n- \u4e00\u70b9\n`;
    const total = (count: number) => holds(page, `__slidev__.nav.total === ${count}`);
    await live.edited(TALK, adds('\u672b\u8282'), async () => {
      await total(15);
      await areAt([page], 5, 2);
      await leadTo([page], 15, 0);
      await shows(page, '\u8c22\u8c22');
      await leadTo([page], 12, 0);
      await shows(page, '\u672b\u8282');
      await goBack();
    });
    await total(14);
    // Slide 15's parts are known by now, but it is not shown anywhere.
    await live.edited(
      TALK,
      (text) => adds('\u53c8\u4e00\u8282')(adds('\u53e6\u4e00\u8282')(text)),
      async () => {
        await total(16);
        await leadTo([page], 13, 0);
        await shows(page, '\u53c8\u4e00\u8282');
        await leadTo([page], 14, 0);
        await shows(page, '\u8bb0\u4f4f\u8fd9\u4e00\u53e5');
      },
    );
    await total(14);
    expect(await mark(page)).toBe('here');
  });

  test('saved by renaming shows, too', async () => {
    const before = live.read(TALK);
    live.write(`${TALK}.swp`, before.replace(WORDS, `${WORDS}~`));
    renameSync(join(live.root, `${TALK}.swp`), join(live.root, TALK));
    await shows(page, `${WORDS}~`);
    expect(await mark(page)).toBe('here');
    live.write(TALK, before);
  });

  test('saved in two steps, first cut off, shows in the end', async () => {
    const before = live.read(TALK);
    live.write(TALK, before.slice(0, 20));
    live.write(TALK, before.replace(WORDS, `${WORDS}=`));
    await shows(page, `${WORDS}=`);
    const stream = await live.listen();
    await stream.until(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
    stream.stop();
    expect(await mark(page)).toBe('here');
    live.write(TALK, before);
    await holds(page, `!document.body.innerText.includes('${WORDS}=')`);
  });

  test('of many files at once shows, and goes', async () => {
    const paths = Array.from({ length: 40 }, (_, index) => `content/qa/${50 + index}-more.md`);
    const stream = await live.listen();
    for (const [index, path] of paths.entries()) {
      live.write(
        path,
        `---\nquestion: ${index}\naskedBy: A\ntopic: B\n---\n\n### \u9ec4\u4e1c\u65ed\n\n- C\n`,
      );
    }
    await stream.until(({ questions }) => questions.length === 49);
    for (const path of paths) rmSync(join(live.root, path));
    await stream.until(({ questions }) => questions.length === 9);
    stream.stop();
  });
});

describe('a mistake', () => {
  test('is shown on its slide, once on the terminal, and disappears when it is fixed', async () => {
    const printed = live.dev.output().length;
    await live.edited(
      TALK,
      (text) => text.replace(WORDS, `![](nowhere.png) ${WORDS}`),
      async () => {
        const overlay = page.locator('#talkdeck-overlay .panel');
        await expect.poll(() => overlay.innerText()).toContain(`${TALK}:`);
        // The last valid slide still shows.
        await shows(page, WORDS);
        // Saving without a change is not reported again; the other save shows that this one was processed.
        live.write(TALK, `${live.read(TALK)}\n`);
        await live.edited(
          OTHER,
          (text) => text.replace(/^title: .*$/m, 'title: Later'),
          async () => {
            const stream = await live.listen();
            await stream.until(({ decks }) => decks.some(({ title }) => title === 'Later'));
            stream.stop();
          },
        );
      },
    );
    await expect.poll(() => live.dev.output().slice(printed)).toContain('fixed');
    expect(live.dev.output().slice(printed).split('image-missing')).toHaveLength(2);
    expect(await mark(page)).toBe('here');
  });

  test('in a template is said, and the decks stay', async () => {
    const template = 'templates/slides/points.md.hbs';
    cpSync(join(ROOT, 'templates', 'slides', 'points.md.hbs'), join(live.root, template), {
      recursive: true,
    });
    const stream = await live.listen();
    const good = live.read(template);
    live.write(template, '{{#if');
    const broken = await stream.until(({ problem }) => problem !== null);
    expect(broken.problem?.message).toContain('points.md.hbs');
    await shows(page, WORDS);
    live.write(template, `${good}\n<p>\u6a21\u677f</p>\n`);
    await shows(page, '\u6a21\u677f');
    rmSync(join(live.root, 'templates'), { recursive: true });
    await holds(page, '!document.body.innerText.includes("\u6a21\u677f")');
    stream.stop();
  });

  test('such as a deleted content folder does not end it', async () => {
    const stream = await live.listen();
    renameSync(join(live.root, 'content'), join(live.root, 'away'));
    const broken = await stream.until(({ problem }) => problem !== null);
    expect(broken.decks).toHaveLength(6);
    renameSync(join(live.root, 'away'), join(live.root, 'content'));
    await stream.until(({ problem }) => problem === null);
    stream.stop();
  });
});
