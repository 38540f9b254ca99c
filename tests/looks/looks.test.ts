import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { ownMeetup } from '../cli/own-meetup.ts';
import { parseReport, runCli, snapshot } from '../cli/run-cli.ts';
import { talk } from '../compile-meetup.ts';
import { startBrowser } from '../print/start-browser.ts';

const TIMEOUT = 180_000;
/** Readable on the background of quiet, not on that of bold. */
const BLUE = '#0b5cad';
const EVENT = `---\ntitle: Night <b>& Day</b>\nlang: en\nhost: Hanna\nallow: [markup-in-field]\naccents: ["${BLUE}"]\n---\n`;

describe('talkdeck looks', () => {
  const meetup = ownMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': talk('## Points\n\n- One\n- Two'),
  });
  const page = () => join(meetup.root, 'out', 'looks.html');

  it(
    'shows own slides in every look on one page, and what was left out of one',
    async () => {
      const before = snapshot(meetup.root);
      const result = await runCli(['looks', '--json'], meetup.root);
      expect(result).toMatchObject({ code: 0, stderr: '' });
      const report = parseReport(result);
      expect(report).toMatchObject({
        ok: true,
        page: 'out/looks.html',
        slides: [1, 8, 5].map((line) => ({ file: 'content/talks/01-ada.md', line })),
        looks: [
          { name: 'quiet', chosen: true, shown: true, findings: [] },
          { name: 'bold', chosen: false, shown: true, findings: [] },
          { name: 'vivid', chosen: false, shown: true, findings: [] },
        ],
      });
      const { [page()]: _, ...after } = snapshot(meetup.root);
      expect(after).toEqual(before);

      const browser = await startBrowser();
      try {
        const shown = await browser.newPage();
        await shown.goto(pathToFileURL(page()).href);
        const texts = await shown.locator('h1, thead th, .remarks td').allInnerTexts();
        expect(texts.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
          'Night <b>& Day</b> in every look',
          'quiet chosen now theme: quiet light and calm',
          'bold theme: bold dark, with strong colours',
          'vivid theme: vivid for photographs and large type',
          '',
          'Colours of the summaries cannot be read in it and are left out.',
          '',
        ]);
        // Three slides in each of three looks, drawn and different.
        const sources = await shown
          .locator('img')
          .evaluateAll((all) => all.map((each) => each.getAttribute('src') ?? ''));
        const drawn = sources.map((source) =>
          PNG.sync.read(Buffer.from(source.split(',')[1] ?? '', 'base64')),
        );
        expect(new Set(sources).size).toBe(9);
        expect(drawn.map(({ width, height }) => [width, height])).toEqual(Array(9).fill([1470, 828]));
        await shown.getByLabel('bold', { exact: true }).check();
        expect(await shown.locator('td:visible img').count()).toBe(3);
        expect(await shown.locator('td.quiet:visible').count()).toBe(0);
      } finally {
        await browser.close();
      }
    },
    TIMEOUT,
  );

  it('writes nothing while content has errors', async () => {
    meetup.write('content/talks/01-ada.md', '---\nspeaker: Ada\n---\n');
    const { code, stderr } = await runCli(['looks'], meetup.root);
    expect(code).toBe(1);
    expect(stderr).toContain('content/talks/01-ada.md:1:1');
    expect(stderr).toContain('Nothing was written');
    expect(existsSync(page())).toBe(false);
  });
});
