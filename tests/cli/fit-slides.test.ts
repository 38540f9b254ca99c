import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IS_WHOLE } from '../deep.ts';
import '../needs-browser.ts';
import { ownMeetup } from './own-meetup.ts';
import { parseReport, ROOT, runCli } from './run-cli.ts';

const TIMEOUT = 180_000;

const talk = (body: string) => `---\nspeaker: Ada\ntitle: A talk\ntakeaway: Remember.\n---\n\n${body}\n`;
/** The number that fills a slide. */
const POINTS = `## Points\n\n${Array.from({ length: 9 }, (_, index) => `- Point ${index + 1}`).join('\n')}`;

const meetup = ownMeetup({
  'content/event.md': '---\ntitle: Meetup\nlang: en\nhost: Hanna\n---\n',
  'content/talks/1-ada.md': talk(POINTS),
});

/** Writes the built-in template of a kind with a box at the end of its slide. */
function plant(kind: string, height: number): void {
  const text = readFileSync(join(ROOT, `templates/slides/${kind}.md.hbs`), 'utf8');
  const box = `<div style="flex: none; height: ${height}px">Of the template</div>\n\n{{> partials/note}}`;
  meetup.write(`templates/slides/${kind}.md.hbs`, text.replace('{{> partials/note}}', box));
}

const slides = () => readFileSync(join(meetup.root, 'slides/ada.md'), 'utf8');

test(
  'a slide that is higher in the browser than estimated is parted anew, and printed',
  async () => {
    plant('points', 60);
    expect((await runCli(['build', '--root', meetup.root])).code).toBe(0);
    expect(slides()).not.toContain('(1/2)');

    const first = await runCli(['export', '--root', meetup.root]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toMatch(/Slide 2 of ada was \d+ px higher than estimated and is laid out again\./);
    expect(existsSync(join(meetup.root, 'out/pdf/ada.pdf'))).toBe(true);
    const parted = slides();
    expect(parted).toContain('(1/2)');

    // The measurement is remembered, both for a build without a browser and for an export that has nothing to write.
    expect((await runCli(['build', '--force', '--root', meetup.root])).code).toBe(0);
    expect(slides()).toBe(parted);
    const again = await runCli(['export', '--json', '--root', meetup.root]);
    expect(parseReport(again).decks).toMatchObject([{ deck: 'ada', cache: 'hit' }]);

    // Nothing is known about other points.
    meetup.write('content/talks/1-ada.md', talk('## Points\n\n- Another'));
    expect((await runCli(['build', '--root', meetup.root])).code).toBe(0);
    expect(slides()).not.toContain('(1/2)');
  },
  TIMEOUT,
);

test.runIf(IS_WHOLE)(
  'check --visual accepts it, too, and writes nothing into slides/',
  async () => {
    plant('points', 60);
    expect(await runCli(['check', '--visual', '--root', meetup.root])).toMatchObject({ code: 0 });
    expect(existsSync(join(meetup.root, 'slides'))).toBe(false);
  },
  TIMEOUT,
);

test(
  'where nothing helps, the slide is as it was, and its finding names the slide and the fields',
  async () => {
    meetup.write(
      'content/qa/1-why.md',
      '---\nquestion: Why?\naskedBy: Hanna\ntopic: Why\n---\n\n### Ada\n\n- So.\n',
    );
    plant('matrix', 420);
    const result = await runCli(['export', '--json', '--root', meetup.root]);
    const report = parseReport(result);
    expect(report.findings).toMatchObject([
      {
        code: 'slide-overflow',
        file: 'content/event.md',
        message: expect.stringMatching(
          /^Slide \d+ of qa, who answered what, does not fit: the content is \d+ px/,
        ),
        fix: 'Shorten "question" of the files in content/qa/, or the names of those who answered ("### Name").',
      },
    ]);
    expect(existsSync(join(meetup.root, 'slides/.measured.json'))).toBe(false);
  },
  TIMEOUT,
);
