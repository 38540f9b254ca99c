import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import type { Browser } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inline } from '../../src/content/summary/markup.ts';
import { labelsFor } from '../../src/deck/labels.ts';
import type { Density, Voice } from '../../src/deck/slide.ts';
import { VOICES } from '../../src/deck/typeset/canvas.ts';
import { measureText } from '../../src/deck/typeset/measure-text.ts';
import { lineEndsOf, pageOf } from '../../src/deck/typeset/page.ts';
import { countTextLines } from '../../src/deck/typeset/size.ts';
import { type InlineContext, inlineMarkdown } from '../../src/render/inline-markdown.ts';
import { serveFonts, themeFonts } from '../base/fonts/theme-fonts.ts';
import { startBrowser } from '../print/start-browser.ts';
import { drawing } from '../torture/torture-text.ts';
import { LOOK, NO_FONTS } from './plain-look.ts';

const THEME = new URL('../../templates/theme/', import.meta.url);
const { outputText } = ts.transpileModule(readFileSync(new URL('canvas/settle-headings.ts', THEME), 'utf8'), {
  compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
});
const SIZE = 24;
const LINE_HEIGHT = 36;
const WIDTH = 800;

interface Sample {
  readonly text: string;
  readonly lang: 'zh-CN' | 'zh-TW' | 'ja' | 'ko' | 'en';
  readonly bold: boolean;
}

/** Full-width punctuation is escaped here and below: \uff0c comma, \uff1a colon, \uff1b semicolon, \uff01, \uff1f. */
const CHINESE = [
  '我们用 TiDB 替换了 MySQL 集群\uff0c迁移花了 3 个月。',
  '第一年只有十几个客户\uff0c现在超过 2,000 家\uff01',
  '“先把一件事做到极致”\uff0c他这样总结自己十年的创业经历\uff1a',
  '从GPT-3到PyTorch\uff0c再到OneFlow\uff0c框架的竞争远没有结束\uff1b',
  '性能提升 2–10 倍\uff08取决于负载\uff09\uff0c成本却降低了 40%。',
  '社区、文档、生态\uff0c一个都不能少。',
  '《数据密集型应用系统设计》是「必读」的书\uff0c不是吗\uff1f',
  '分布式事务——尤其是跨地域的——依然很难……',
  '我们在 GitHub 上的项目有 15.3k 个 star\uff0c其中 80% 来自海外。',
  '存储与计算分离以后\uff0c弹性扩容只要 10 分钟就能完成。',
  '他说\uff1a“开源不是商业模式。”“那是什么\uff1f”“是一种分发方式。”',
  '融资 1.7 亿美元\uff0c估值约 30 亿。',
];

const ENGLISH = [
  'Open source is a distribution model, not a business model.',
  'We moved 1,200 services from MySQL to a distributed database in 3 months.',
  'The well-known trade-off: consistency, availability, partition-tolerance.',
  '“Pick your competitors,” he said; “they define you.”',
  'Compute/storage separation cut the bill by 40% (and the on-call load too).',
  'Who pays for it? Cloud vendors — mostly.',
  'Our first customers ran version 0.9.3-beta in production.',
];

/** Neighbouring languages, and symbols. */
const OTHERS: readonly Sample[] = [
  ...['zh-CN', 'zh-TW', 'ja', 'ko', 'en'].map((lang) => ({
    text: 'A → B ⇒ C ∀x ∈ ℝ: x² ≤ ∑ ½ ⅓ CO₂ ✓ ✗ ★ ① ⌘ ✅ ❌ 😀 👨‍👩‍👧 👍🏽 🇨🇳 1\ufe0f\u20e3 ├── └── 𝔸 ⟶'.repeat(
      2,
    ),
    lang: lang as Sample['lang'],
    bold: false,
  })),
  { text: '데이터베이스 TiDB는 오픈소스 분산 데이터베이스입니다.'.repeat(3), lang: 'ko', bold: false },
  { text: 'データベースを「TiDB」に置き換えた。ﾊﾝｶｸも少し、そして――'.repeat(3), lang: 'ja', bold: false },
  { text: '我們把資料庫換成「TiDB」\uff0c總共花了三個月。'.repeat(4), lang: 'zh-TW', bold: true },
  { text: 'Распределённая база данных и её пользователи. '.repeat(4), lang: 'en', bold: false },
  { text: 'Η βάση δεδομένων και οι χρήστες της. '.repeat(4), lang: 'en', bold: true },
];

const CODE = 'https://github.com/example-organisation/a-very-long-repository-name/blob/main/src/index.ts';

const SAMPLES: readonly Sample[] = [
  ...mix(CHINESE, 34).map((text) => ({ text, lang: 'zh-CN' as const, bold: false })),
  ...mix([...CHINESE].reverse(), 9).map((text) => ({ text, lang: 'zh-CN' as const, bold: true })),
  ...mix(ENGLISH, 12).map((text) => ({ text, lang: 'en' as const, bold: false })),
  ...mix([...ENGLISH].reverse(), 3).map((text) => ({ text, lang: 'en' as const, bold: true })),
  { text: `地址是 ${CODE} \uff0c欢迎提交 issue。`, lang: 'zh-CN', bold: false },
  { text: `See ${CODE} for more.`, lang: 'en', bold: false },
  ...OTHERS,
];

/** `count` paragraphs of one to seven of `sentences`, the same on each run. */
function mix(sentences: readonly string[], count: number): readonly string[] {
  let seed = count;
  const draw = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const joint = sentences === CHINESE || /[\u4e00-\u9fff]/.test(sentences[0] ?? '') ? '' : ' ';
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + draw(7) }, () => sentences[draw(sentences.length)]).join(joint),
  );
}

interface Measured {
  /** Heights of the paragraphs. */
  readonly heights: readonly number[];
  /** Widths of their text on one line. */
  readonly widths: readonly number[];
  /** Whether all fonts loaded. */
  readonly fonts: boolean;
  readonly autospace: boolean;
}

describe('in a browser', () => {
  let browser: Browser | undefined;
  let measured: Measured;

  beforeAll(async () => {
    browser = await startBrowser();
    measured = await setInBrowser(browser, SAMPLES);
    expect(measured.fonts, 'all fonts loaded').toBe(true);
    expect(measured.autospace, 'this browser has text-autospace').toBe(true);
  });

  afterAll(() => browser?.close());

  test('no sample takes more lines than estimated, and 95 % take as many', () => {
    const lines = measured.heights.map((height) => height / LINE_HEIGHT);
    const differing = SAMPLES.flatMap(({ text, lang, bold }, index) => {
      const real = lines[index] ?? 0;
      const page = pageOf({ lang, look: LOOK }, NO_FONTS);
      const type = { size: SIZE, lineHeight: LINE_HEIGHT, bold };
      const estimate = countTextLines([{ type: 'text', text }], type, WIDTH, page);
      return real === estimate ? [] : [{ text, real, estimate }];
    });
    expect(SAMPLES).toHaveLength(70);
    expect(new Set(lines).size).toBeGreaterThan(5);
    expect(differing.filter(({ real, estimate }) => estimate < real)).toEqual([]);
    expect(differing.length, JSON.stringify(differing, null, 1)).toBeLessThanOrEqual(3);
  });

  test('text is as wide as estimated, give or take 2 %', () => {
    const errors = SAMPLES.map(({ text, bold }, index) => {
      const real = measured.widths[index] ?? 0;
      return Math.abs(measureText(text, { size: SIZE, bold, mono: false }) - real) / real;
    });
    expect(Math.max(...errors)).toBeLessThan(0.02);
  });

  test('text with marks takes no more lines than estimated, 92 % as many, and stays inside its edges', async () => {
    const samples = markedSamples(400);
    const slides = samples.map(
      ({ html, width, density }) =>
        `<div class="slidev-layout slide kind-text" data-look="quiet" data-density="${density}"><div class="slide-content"><p class="told" style="width: ${width}px">${html}</p></div></div>`,
    );
    const page = await (browser as Browser).newPage();
    await serveFonts(page);
    await page.addStyleTag({ content: `${themeFonts()}\n${themeStyles(['text'])}\n.told { margin: 0 }` });
    await page.addScriptTag({ type: 'module', content: `${outputText}\nsettleHeadings()` });
    await page.exposeFunction('readSlides', () => slides.join(''));
    const shown = await page.evaluate<readonly { height: number; over: number }[]>(`(async () => {
      document.body.innerHTML = await readSlides();
      document.body.getBoundingClientRect();
      await document.fonts.ready;
      // Texts that have come into view are settled before the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return [...document.querySelectorAll('.told')].map((text) =>
        ({ height: text.getBoundingClientRect().height, over: text.scrollWidth - text.clientWidth }));
    })()`);
    await page.close();
    const errors = samples.map(({ html, lines, lineHeight }, index) => {
      const { height = 0, over = 0 } = shown[index] ?? {};
      return { html, by: lines - Math.round(height / lineHeight), over };
    });
    expect(errors).toHaveLength(401);
    expect(errors.filter(({ by, over }) => by < 0 || over > 0)).toEqual([]);
    expect(errors.filter(({ by }) => by > 0).length).toBeLessThan(0.08 * errors.length);
  });

  test('the only text of a slide has the type that it was measured in', async () => {
    const kinds = ['points', 'text', 'answer'] as const;
    const made = kinds.flatMap((kind) => {
      const head = `<h1>T</h1>${kind === 'answer' ? '<p>Ada</p>' : ''}`;
      const point = `${head}<ul><li class="told">x</li></ul>`;
      const bodies: readonly (readonly [Voice, string])[] = [
        ['statement', point],
        ['sentence', point],
        ...(kind === 'points' ? [] : [['sentence', `${head}<p class="told">x</p>`] as const]),
      ];
      return bodies.map(([voice, body]) => ({ kind, voice, body }));
    });
    const slides = made.map(
      ({ kind, voice, body }) =>
        `<div class="slidev-layout slide kind-${kind}" data-look="quiet" data-density="-2" data-voice="${voice}"><div class="slide-content">${body}</div></div>`,
    );
    const page = await (browser as Browser).newPage();
    await page.setContent(`<style>${themeStyles(kinds)}</style>${slides.join('')}`);
    const shown = await page.evaluate<readonly string[]>(`[...document.querySelectorAll('.told')]
      .map((text) => getComputedStyle(text)).map(({ fontSize, lineHeight }) => fontSize + ' / ' + lineHeight)`);
    await page.close();
    const measuredIn = made.map(({ voice }) => VOICES[voice]);
    expect(shown).toEqual(measuredIn.map(({ size, lineHeight }) => `${size}px / ${lineHeight}px`));
  });
});

const CONTEXT: InlineContext = {
  place: 'slide',
  labels: labelsFor('en'),
  footnoteNumber: () => null,
  imagePath: () => '',
  slideNumber: () => null,
};

interface MarkedSample {
  readonly html: string;
  readonly density: Density;
  /** In pixels. */
  readonly width: number;
  readonly lines: number;
  readonly lineHeight: number;
}

/** English paragraphs of any width with a mark around many of their words, as the theme shows them. */
function markedSamples(count: number): readonly MarkedSample[] {
  const draw = drawing(count);
  const wrap = (word: string): Inline => {
    const child: Inline = draw(3) === 0 ? { type: 'code', text: word } : { type: 'text', text: word };
    const type = (['marked', 'marked', 'strong', 'link', 'code', 'code'] as const)[draw(6)] ?? 'code';
    if (type === 'code') return { type, text: word };
    return type === 'link'
      ? { type, href: 'https://example.org', children: [child] }
      : { type, children: [child] };
  };
  const samples = mix(ENGLISH, count).map((text) => {
    const inlines = text
      .split(/(?= )|(?<= )/)
      .map((word): Inline => (word === ' ' || draw(3) > 0 ? { type: 'text', text: word } : wrap(word)));
    return { inlines, density: ([-2, -1, 0, 1, 2] as const)[draw(5)] ?? 0, width: 240 + draw(612) };
  });
  const markdown = new MarkdownIt({ html: true });
  return [FOUND, ...samples].map(({ inlines, density, width }) => {
    const page = pageOf({ lang: 'en', look: LOOK }, NO_FONTS, density);
    const { body } = page.scale;
    const html = markdown.renderInline(inlineMarkdown(inlines, CONTEXT));
    const lines = countTextLines(inlines, body, width, page);
    return { html, density, width, lines, lineHeight: body.lineHeight };
  });
}

/** All of it but the ground of the last code would have room on one line. */
const FOUND: { readonly inlines: readonly Inline[]; readonly density: Density; readonly width: number } = {
  inlines: [
    { type: 'text', text: '“Pick your competitors,” he said; “they ' },
    { type: 'marked', children: [{ type: 'text', text: 'define' }] },
    { type: 'text', text: ' you.” ' },
    { type: 'link', href: 'https://example.org', children: [{ type: 'code', text: 'hook:setup' }] },
    { type: 'text', text: ' ' },
    { type: 'code', text: 'xxxxxxxxxxxx' },
  ],
  density: 1,
  width: 824,
};

/** The theme's style sheets and those of layouts, in order. */
function themeStyles(layouts: readonly string[]): string {
  const read = (path: string) => readFileSync(new URL(path, THEME), 'utf8');
  const shared = [...read('styles/index.ts').matchAll(/'\.\/(.+\.css)'/g)].map(([, name]) =>
    read(`styles/${name}`),
  );
  const own = ['components/SlideFrame', ...layouts.map((name) => `layouts/${name}`)];
  return [...shared, ...own.map((name) => read(`${name}.vue`).split(/<\/?style>/)[1] ?? '')].join('\n');
}

/** With a zero-width space wherever a line may break. */
function parted({ text, lang }: Sample): string {
  return lineEndsOf({ lang })?.parted(text) ?? text;
}

/** Lays out the samples as the built-in theme does. */
async function setInBrowser(browser: Browser, samples: readonly Sample[]): Promise<Measured> {
  const page = await browser.newPage();
  await serveFonts(page);
  await page.addStyleTag({
    content: `${themeFonts()}
    p { margin: 0; width: ${WIDTH}px; font: 400 ${SIZE}px / ${LINE_HEIGHT}px var(--font-sans); font-kerning: normal;
      text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; overflow-wrap: anywhere;
      text-wrap: pretty; }
    p:lang(zh) { word-break: keep-all; }
    .one-line p { white-space: nowrap; }
    .one-line wbr { display: none; }`,
  });
  const shown = samples.map((sample) => ({ ...sample, text: parted(sample) }));
  await page.exposeFunction('readSamples', () => shown);
  const measured = await page.evaluate<Measured>(`(async () => {
    const paragraphs = (await readSamples()).map(({ text, lang, bold }) => {
      const paragraph = document.createElement('p');
      paragraph.lang = lang;
      paragraph.style.fontWeight = bold ? 700 : 400;
      paragraph.append(document.createElement('span'));
      paragraph.firstChild.append(...text.split('\u200b').flatMap((part, at) =>
        at > 0 ? [document.createElement('wbr'), part] : [part]));
      document.body.append(paragraph);
      return paragraph;
    });
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    const heights = paragraphs.map((paragraph) => paragraph.getBoundingClientRect().height);
    document.body.className = 'one-line';
    const widths = paragraphs.map((paragraph) => paragraph.firstChild.getBoundingClientRect().width);
    const fonts = [...document.fonts].some((font) => font.status === 'loaded')
      && [...document.fonts].every((font) => ['loaded', 'unloaded'].includes(font.status));
    return { heights, widths, fonts, autospace: CSS.supports('text-autospace: normal') };
  })()`);
  await page.close();
  return measured;
}
