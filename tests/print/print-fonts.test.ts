import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { formulaMarkdown } from '../../src/render/formula.ts';
import { pdfText } from '../e2e/pdf-text.ts';
import { asExported } from './as-exported.ts';
import { makeDeck } from './make-deck.ts';
import { printAll } from './print-all.ts';

interface Sample {
  readonly lang: string;
  /** One line each. */
  readonly lines: readonly string[];
  /** Text after them. */
  readonly more?: string;
  /** Font names in the files themselves. */
  readonly fonts: readonly string[];
}

const INTER = ['Inter-Bold', 'Inter-Regular'];

const SAMPLES: Readonly<Record<string, Sample>> = {
  korean: {
    lang: 'ko',
    lines: ['오픈소스 데이터베이스', '분산 트랜잭션 TiDB'],
    fonts: [...INTER, 'NotoSansKRThin-Bold', 'NotoSansKRThin-Regular'],
  },
  traditional: {
    lang: 'zh-TW',
    lines: ['資料庫的突圍', '臺灣的「開源」社群'],
    fonts: ['Inter-Regular', 'NotoSansTCThin-Bold', 'NotoSansTCThin-Regular'],
  },
  japanese: {
    lang: 'ja',
    lines: ['データベース', '直接「骨」から作る'],
    fonts: ['Inter-Regular', 'NotoSansJPThin-Bold', 'NotoSansJPThin-Regular'],
  },
  greek: { lang: 'el', lines: ['Βάσεις δεδομένων', 'ἀρχή και τέλος'], fonts: INTER },
  cyrillic: { lang: 'ru', lines: ['Базы данных', 'Їжак Ѣ'], fonts: INTER },
  formulas: {
    lang: 'en',
    lines: ['Formulas', 'The cost is'],
    more: ` ${formulaMarkdown('\\mathcal{O}(n^2)', false)}`,
    fonts: [...INTER, 'KaTeX_Caligraphic-Regular', 'KaTeX_Main-Regular', 'KaTeX_Math-Italic'],
  },
  signs: {
    lang: 'en',
    lines: ['Signs 😀', '→ ⇒ ⟶ ∀ 𝔸 ₂ ⎈ 🇨🇳 👨‍👩‍👧'],
    fonts: [
      'DejaVuSans',
      ...INTER,
      'NotoEmoji-Bold',
      'NotoEmoji-Regular',
      'NotoSansMath-Regular',
      'NotoSansSCThin-Regular',
      'NotoSansSymbols-Regular',
    ],
  },
};

let result: Awaited<ReturnType<typeof printAll>>;

beforeAll(async () => {
  const decks = Object.entries(SAMPLES).map(
    ([
      slug,
      {
        lang,
        lines: [title, text],
        more = '',
      },
    ]) => ({
      ...makeDeck(slug, [`# ${title}\n\n${text}${more}`], 'layout: text\n'),
      lang,
    }),
  );
  result = await printAll({ ...asExported(), decks });
});

describe('a deck prints with the bundled fonts of its language, and its text can be copied', () => {
  test.each(Object.entries(SAMPLES))('%s', async (slug, { lines, fonts }) => {
    expect(result.failures).toEqual([]);
    const pdf = result.printed.find((deck) => deck.slug === slug)?.pdf ?? new Uint8Array();
    const { pages } = await pdfText(pdf);
    for (const line of lines) {
      expect(withoutBlanks(pages.join('')), line).toContain(withoutBlanks(line));
    }
    const embedded = await embeddedFonts(pdf);
    expect([...new Set(embedded.map(({ name }) => name))].sort()).toEqual([...fonts].sort());
    // Embedded TrueType outlines: no Type 3 fonts, and nothing that depends on the reader's computer.
    expect(embedded.filter(({ type, isEmbedded }) => type !== 'CIDFontType2' || !isEmbedded)).toEqual([]);
  });
});

function withoutBlanks(text: string): string {
  return text.normalize('NFC').replaceAll(/\s|\ufe0f/g, '');
}

interface EmbeddedFont {
  readonly name: string;
  readonly type: string | undefined;
  readonly isEmbedded: boolean;
}

async function embeddedFonts(bytes: Uint8Array): Promise<readonly EmbeddedFont[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
    const type = object.get(PDFName.of('Subtype'))?.toString().slice(1);
    if (type === 'Type0') return [];
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const name =
      object
        .get(PDFName.of('BaseFont'))
        ?.toString()
        .replace(/^\/(?:[A-Z]{6}\+)?/, '') ?? '';
    return [{ name, type, isEmbedded: descriptor?.has(PDFName.of('FontFile2')) ?? false }];
  });
}
