import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import '../needs-browser.ts';
import { pdfFacts } from '../print/pdf-facts.ts';
import { ownMeetup } from './own-meetup.ts';
import { parseReport, ROOT, runCli, snapshot } from './run-cli.ts';

const TIMEOUT = 180_000;

const PHOTO = PNG.sync.write(new PNG({ width: 1000, height: 600 }));
const meetup = ownMeetup({
  'content/event.md': '---\ntitle: Meetup\nlang: en\n---\n',
  'content/assets/photo.png': PHOTO,
});

/** Five lines of front matter, then sections; the first is on line 7. */
const talk = (speaker: string, sections: readonly string[]) =>
  `---\nspeaker: ${speaker}\ntitle: A talk\ntakeaway: Remember.\n---\n\n${sections.join('\n\n')}\n`;

const STEPS = '## How\n\n1. First\n2. Second';
const QUOTE = '## Said\n\n> It works.';
const FIGURE = '## Seen\n\n![A photo](../assets/photo.png)\n\n<!-- What it shows. -->';

/** Writes the built-in template of a kind with extra content on the slide. */
function plant(kind: string, more: string): void {
  const path = `templates/slides/${kind}.md.hbs`;
  const text = readFileSync(join(ROOT, path), 'utf8');
  meetup.write(path, text.replace('{{> partials/aside}}', `${more}\n\n{{> partials/aside}}`));
}

function plantFaults(): void {
  meetup.write('content/talks/1-ada.md', talk('Ada', [STEPS, QUOTE, FIGURE]));
  plant('steps', '<div style="flex: none; height: 700px"></div>');
  plant('quote', 'A private character: \uE000');
  // An author's damaged picture is found before any browser starts.
  plant('figure', '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Damaged" />');
}

const FAULTS = [
  [
    'slide-overflow',
    'content/talks/1-ada.md',
    7,
    /^Slide \d of ada does not fit: the content is \d+ px higher/,
  ],
  ['slide-failed', 'content/talks/1-ada.md', 12, /^Slide \d of ada .*: no font has "\uE000" \(U\+E000\)\.$/],
  ['slide-failed', 'content/talks/1-ada.md', 16, /^Slide \d of ada .*: the picture .* cannot be shown\.$/],
] as const;

describe('check --visual', () => {
  it(
    'names each planted fault with file, line and picture, and writes nothing but the pictures',
    async () => {
      plantFaults();
      expect(parseReport(await runCli(['check', '--json'], meetup.root))).toMatchObject({
        ok: true,
        findings: [],
      });
      meetup.write('out/audit/gone-01.png', 'of an earlier run');
      const before = snapshot(meetup.root);

      const result = await runCli(['check', '--visual', '--json'], meetup.root);
      expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
      const { findings, ok, decks, slides, checks } = parseReport(result);
      expect(ok).toBe(false);
      expect(decks).toBe(1);
      expect(checks).toBe(13 * Number(slides));
      expect(findings).toMatchObject(
        FAULTS.map(([code, file, line, message]) => ({
          code,
          severity: 'error',
          file,
          line,
          message: expect.stringMatching(message),
          picture: expect.stringMatching(/^out\/audit\/ada-\d\d\.png$/),
        })),
      );
      const pictures = findings.map(({ picture }) => picture ?? '');
      for (const picture of pictures) {
        const { width, height } = PNG.sync.read(readFileSync(join(meetup.root, picture)));
        expect([width, height]).toEqual([980, 552]);
      }
      const after = snapshot(meetup.root);
      const added = Object.keys(after).filter((path) => !(path in before));
      expect(added).toEqual(pictures.map((picture) => join(meetup.root, picture)).sort());
      expect(existsSync(join(meetup.root, 'out/audit/gone-01.png'))).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'tells people where the picture is, and how much was looked at',
    async () => {
      plantFaults();
      const { code, stdout, stderr } = await runCli(['check', '--visual'], meetup.root);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        /^starting the browser\nbundling slides: (\d+)\n2\/\1 slides: \S+\n\1\/\1 slides: ada\n/,
      );
      expect(stderr).toMatch(
        /\n {2}fix Save the picture again, .*\n {2}picture: out\/audit\/ada-\d\d\.png\n/,
      );
      expect(stderr).toMatch(
        /\n3 errors in 1 file\. Checked: 1 deck, \d+ slides; \d+ checks in the browser, 3 failed\.\n$/,
      );
    },
    TIMEOUT,
  );

  it(
    'is content with a sound meetup, whose Korean in parts of syllables is shown as whole ones; writes nothing, and removes the pictures of earlier faults',
    async () => {
      const korean = `## Points\n\n- ${'한국어 한국'.normalize('NFD')}`;
      meetup.write('content/talks/1-ada.md', talk('Ada', [STEPS, QUOTE, FIGURE, korean]));
      const before = snapshot(meetup.root);
      meetup.write('out/audit/ada-03.png', 'of an earlier run');
      const { code, stdout, stderr } = await runCli(['check', '--visual'], meetup.root);
      expect(stderr).toMatch(
        /^starting the browser\nbundling slides: (\d+)\n2\/\1 slides: \S+\n\1\/\1 slides: ada\n$/,
      );
      expect(stdout).toMatch(/^Checked: 1 deck, \d+ slides; \d+ checks in the browser, none failed\.\n$/);
      expect(code).toBe(0);
      expect(snapshot(meetup.root)).toEqual(before);
      expect(readdirSync(join(meetup.root, 'out'))).toEqual([]);
    },
    TIMEOUT,
  );

  it('needs no browser while a summary has an error', async () => {
    meetup.write('content/talks/1-ada.md', '---\nspeaker: Ada\n---\n');
    const { code, stderr } = await runCli(
      ['check', '--visual', '--browser', join(meetup.root, 'none')],
      meetup.root,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('missing-field');
  });

  it('says what to do where the browser that was named does not start', async () => {
    meetup.write('content/talks/1-ada.md', talk('Ada', [STEPS]));
    // A path is relative to the command's working directory, not the process's.
    const { code, stderr } = await runCli(['check', '--visual', '--browser', './none'], meetup.root);
    expect(code).toBe(2);
    expect(stderr).toContain('The browser given with --browser cannot be started');
    expect(stderr).toContain(join(meetup.root, 'none'));
    expect(existsSync(join(meetup.root, 'out'))).toBe(false);
  });
});

describe('export looks at every slide first', () => {
  it(
    'and writes the PDFs of sound decks, with pictures of the slides of the others, whose earlier files stay',
    async () => {
      plantFaults();
      meetup.write('out/pdf/ada.pdf', 'the old one');
      meetup.write('content/talks/2-ben.md', talk('Ben', ['## Fine\n\n- short']));
      const result = await runCli(['export', '--json'], meetup.root);
      expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
      const { findings, decks, whole } = parseReport(result);
      expect(findings.map(({ code, file, line }) => [code, file, line])).toEqual(
        FAULTS.map(([code, file, line]) => [code, file, line]),
      );
      expect(decks).toMatchObject([{ deck: 'ben' }]);
      expect(whole).toBeNull();
      const pdf = (slug: string) => readFileSync(join(meetup.root, 'out', 'pdf', `${slug}.pdf`));
      expect(readdirSync(join(meetup.root, 'out', 'pdf'))).toEqual(['ada.pdf', 'ben.pdf']);
      expect(pdf('ada').toString()).toBe('the old one');
      expect((await pdfFacts(pdf('ben'))).pages).toBe(4);
      const pictures = findings.map(({ picture }) => picture?.split('/').at(-1));
      expect(readdirSync(join(meetup.root, 'out', 'audit'))).toEqual(pictures);
    },
    TIMEOUT,
  );
});
