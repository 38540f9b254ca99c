import type { AnySummary } from '../../content/summary/statements.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { commonNames, mentionsIn } from '../names/common-names.ts';
import { type ExplicitNames, explicitNames, givenNames, type NamedText } from '../names/explicit-names.ts';
import { misspeltNames, type WrongName } from '../names/misspelt-names.ts';
import type { Passage } from '../text/passage.ts';
import { PlacedPassage } from '../text/passages-of.ts';
import type { Advice } from './advice-rule.ts';

/** A name has one spelling: that of the glossary or front matter, else the most frequent one. */
export const inconsistentName: Advice = function* ({ meetup, passagesOf, memory }) {
  const { event, talks, exchanges } = meetup;
  const { lang } = event;
  const explicit = memory.recall('names given', givenNames(meetup), explicitNames);
  const files: ReturnType<typeof namesIn>[] = [];
  for (const summary of [event, ...talks, ...exchanges]) {
    yield;
    files.push(namesIn(summary));
  }
  const common = commonNames(
    files.flatMap(({ mentions }) => mentions),
    explicit,
  );
  return files.flatMap(({ texts, misspelt }) =>
    texts.flatMap((text, index) => {
      const own = misspelt[index] ?? [];
      // Misspellings do not count as names of their own.
      const others = (common.get(text) ?? []).filter(
        ({ start, end }) => !own.some((name) => name.start < end && start < name.end),
      );
      return [...own, ...others].map((name) => report(text, name));
    }),
  );

  function namesIn(summary: AnySummary) {
    const file = summary.source.path;
    const texts = memory.recall(
      `named texts ${file}`,
      { file, lang, passages: passagesOf(summary) },
      textsOf,
    );
    const mentions = memory.recall(`mentions ${file}`, texts, mentionsIn);
    const misspelt = memory.recall(`misspelt ${file}`, { texts, explicit }, misspeltIn);
    return { texts, mentions, misspelt };
  }
};

function textsOf({
  file,
  lang,
  passages,
}: Pick<NamedText, 'file' | 'lang'> & { readonly passages: readonly Passage[] }): readonly NamedText[] {
  return passages.map((passage) => ({ file, lang, placed: new PlacedPassage(passage) }));
}

/** By text. */
function misspeltIn({
  texts,
  explicit,
}: {
  readonly texts: readonly NamedText[];
  readonly explicit: ExplicitNames;
}): readonly (readonly WrongName[])[] {
  return texts.map((text) => misspeltNames(text, explicit));
}

function report({ file, placed }: NamedText, { start, end, right, known, place, sure }: WrongName): Finding {
  const args = { text: placed.text.slice(start, end), right, known, place };
  const edits = sure ? placed.edit({ start, end, right }) : [];
  return finding(file, placed.spot(start, end), 'inconsistent-name', args, edits);
}
