import { advice, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Advice } from './advice.ts';
import { commonNames } from './name-writing/common-names.ts';
import { explicitNames } from './name-writing/explicit-names.ts';
import { misspeltNames, type WrongName } from './name-writing/misspelt-names.ts';
import type { NamedText } from './name-writing/named-text.ts';
import { PlacedPassage } from './passages/placed-passage.ts';

/** A name is written in one way: as the glossary or front matter has it, else as it is written most often. */
export const inconsistentName: Advice = ({ meetup, passagesOf }) => {
  const { event, talks, exchanges } = meetup;
  const texts = [event, ...talks, ...exchanges].flatMap((summary) =>
    passagesOf(summary).map((passage): NamedText => {
      return { file: summary.source.path, lang: event.lang, placed: new PlacedPassage(passage) };
    }),
  );
  const explicit = explicitNames(meetup);
  const common = commonNames(texts, explicit);
  return texts.flatMap((text) => {
    const misspelt = misspeltNames(text, explicit);
    // A name that is misspelt is not counted as a name of its own.
    const others = (common.get(text) ?? []).filter(
      ({ start, end }) => !misspelt.some((name) => name.start < end && start < name.end),
    );
    return [...misspelt, ...others].map((name) => report(text, name));
  });
};

function report(
  { file, placed }: NamedText,
  { start, end, right, known, place, sure }: WrongName,
): Diagnostic {
  const args = { text: placed.text.slice(start, end), right, known, place };
  const edits = sure ? placed.edit({ start, end, right }) : [];
  return advice(file, placed.spot(start, end), 'inconsistent-name', args, edits);
}
