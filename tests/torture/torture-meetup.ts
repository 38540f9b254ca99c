import fc from 'fast-check';
import type { Files } from '../compile-meetup.ts';
import { KINDS, type Kind, type Recipe, type TortureSection, tortureSection } from './torture-section.ts';
import { drawing, LANGUAGES, type Language, tortureText } from './torture-text.ts';

export interface TortureMeetup {
  readonly files: Files;
  /** By place: `content/talks/x.md:12`. */
  readonly sections: ReadonlyMap<string, TortureSection>;
}

/** From one word to 40 items of 200 characters. */
const SIZES: readonly (readonly [items: number, length: number])[] = [
  [1, 0],
  [3, 12],
  [8, 30],
  [9, 60],
  [14, 100],
  [40, 200],
];

/** Kinds whose items have sub-items, so fewer items give as much text. */
const COMPOUND: readonly Kind[] = ['nested', 'blocks'];

/** Every kind in every size, cycling through the languages; every second combination unless `isWhole`. */
export function fixedRecipes(isWhole: boolean): readonly Recipe[] {
  return KINDS.flatMap((kind, number) =>
    SIZES.flatMap(([items, length], size): readonly Recipe[] => {
      if (!isWhole && (number + size) % 2 === 1) return [];
      const language = LANGUAGES[(number + size) % LANGUAGES.length] ?? 'zh';
      const most = COMPOUND.includes(kind) ? 8 : items;
      const seed = number * SIZES.length + size;
      return [{ kind, language, items: Math.min(items, most), length, framed: seed % 2 === 0, seed }];
    }),
  );
}

/** A section of any kind and size. */
export const randomRecipe: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constantFrom(...KINDS),
  language: fc.constantFrom(...LANGUAGES),
  items: fc.integer({ min: 1, max: 12 }),
  length: fc.integer({ min: 0, max: 140 }),
  framed: fc.boolean(),
  seed: fc.integer({ min: 100, max: 1_000_000 }),
});

/** Returns the same recipes each time. */
export function randomRecipes(count: number): readonly Recipe[] {
  return fc.sample(randomRecipe, { seed: 20_261_122, numRuns: count });
}

/** A meetup of talks with these sections, eight in each, and of equally difficult questions. */
export function tortureMeetup(lang: string, recipes: readonly Recipe[], settings = ''): TortureMeetup {
  const files: Record<string, string> = {};
  const sections = new Map<string, TortureSection>();
  const draw = drawing(recipes.length);
  const language: Language = lang === 'en' ? 'en' : 'zh';
  const text = (length: number) => JSON.stringify(tortureText(language, length, draw));
  files['content/event.md'] = `---\ntitle: Torture\nlang: ${lang}\nhost: Hanna\n${settings}---\n`;
  for (let start = 0; start < recipes.length; start += SECTIONS) {
    const number = start / SECTIONS + 1;
    const path = `content/talks/${number}-talk-${number}.md`;
    const facts = Array.from({ length: number * 2 }, () => `  - ${text(60)}\n`).join('');
    let file = `---\nspeaker: ${nameOf(number, language)}\nrole: ${text(number + 8)}\norg: Acme\ntitle: ${text(6 + number * 2)}\ntakeaway: ${text(number * 9)}\nfacts:\n${facts}---\n\n`;
    for (const recipe of recipes.slice(start, start + SECTIONS)) {
      const section = tortureSection(
        recipe,
        `${recipe.kind} ${recipe.seed} ${JSON.parse(text(recipe.seed % (language === 'zh' ? 50 : 90)))}`,
      );
      sections.set(`${path}:${file.split('\n').length}`, section);
      file += `${section.markdown}\n\n`;
    }
    files[path] = file;
  }
  const talks = Math.ceil(recipes.length / SECTIONS);
  for (let number = 1; number <= talks * 2; number += 1) {
    const name = (index: number) => nameOf(1 + ((number + index) % talks), language);
    const body = Array.from({ length: 1 + (number % 4) }, (_, index) => {
      const points = Array.from({ length: number % 3 }, () => `- ${JSON.parse(text(40))}`);
      return `### ${name(index)}\n\n${JSON.parse(text(number * 20))}\n\n${points.join('\n')}`;
    });
    const asked = number % 2 === 0 ? `askedTo: [${name(0)}, ${name(1)}]\n` : '';
    files[`content/qa/${String(number).padStart(2, '0')}-q.md`] =
      `---\nquestion: ${text(10 + number * 2)}\naskedBy: Hanna\n${asked}topic: ${text(4 + (number % 5))}\n---\n\n${body.join('\n\n')}\n`;
  }
  return { files, sections };
}

/** Sections per talk. */
const SECTIONS = 8;

function nameOf(number: number, language: Language): string {
  return language === 'zh'
    ? `讲者${'一二三四五六七八九十'[number % 10]}${number}`
    : `Speaker Longname ${number}`;
}
