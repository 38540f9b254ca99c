import { describe, expect, test } from 'vitest';
import {
  type Existing,
  type ImportedFile,
  parseRecord,
  planImport,
  textDigest,
} from '../../../src/commands/scaffold/imported-files.ts';

const talk = (speaker: string, slug: string, text: string): ImportedFile => ({
  of: `talk ${speaker}`,
  place: { folder: 'talks', slug },
  text,
});
const event: ImportedFile = { of: 'event', place: 'event.md', text: 'event' };

/** Existing files: texts by path, and the record of the previous import. */
function disk(texts: Readonly<Record<string, string>>, record: Existing['record'] = {}): Existing {
  const names = (folder: string) =>
    Object.keys(texts).flatMap((path) =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    );
  return { names: { talks: names('talks'), qa: names('qa') }, text: (path) => texts[path] ?? null, record };
}

const plan = (files: readonly ImportedFile[], existing: Existing) => planImport(files, existing, () => true);

describe('which files an import writes', () => {
  test('all, the first time, numbered in their order', () => {
    const { write, kept, remove, record } = plan(
      [event, talk('Ada', 'ada', 'a'), talk('Ben', 'ben', 'b')],
      disk({}),
    );
    expect(write.map(({ path }) => path)).toEqual(['event.md', 'talks/01-ada.md', 'talks/02-ben.md']);
    expect([kept, remove]).toEqual([[], []]);
    expect(record['talks/02-ben.md']).toEqual({ of: 'talk Ben', digest: textDigest('b') });
  });

  test('two persons of one slug have a file each', () => {
    const { write } = plan([talk('Li Na', 'li-na', 'a'), talk('李娜', 'li-na', 'b')], disk({}));
    expect(write.map(({ path }) => path)).toEqual(['talks/01-li-na.md', 'talks/02-li-na-2.md']);
  });

  describe('the next time', () => {
    const first = plan([talk('Ada', 'ada', 'a'), talk('Ben', 'ben', 'b')], disk({}));

    test('what nobody edited is written anew', () => {
      const existing = disk({ 'talks/01-ada.md': 'a', 'talks/02-ben.md': 'b' }, first.record);
      const { write, kept } = plan([talk('Ada', 'ada', 'a2'), talk('Ben', 'ben', 'b')], existing);
      expect(write).toEqual([
        { path: 'talks/01-ada.md', text: 'a2' },
        { path: 'talks/02-ben.md', text: 'b' },
      ]);
      expect(kept).toEqual([]);
    });

    test('what a person edited stays, and what is new comes beside it', () => {
      const existing = disk({ 'talks/01-ada.md': 'mine', 'talks/02-ben.md': 'b' }, first.record);
      const { write, kept, record } = plan([talk('Ada', 'ada', 'a2'), talk('Ben', 'ben', 'b')], existing);
      expect(kept).toEqual([{ path: 'talks/01-ada.md', beside: 'talks/_01-ada.new.md' }]);
      expect(write.map(({ path }) => path)).toEqual(['talks/_01-ada.new.md', 'talks/02-ben.md']);
      const again = plan([talk('Ada', 'ada', 'a3')], disk({ 'talks/01-ada.md': 'mine' }, record));
      expect(again.kept).toHaveLength(1);
    });

    test('an edit is left alone where nothing is new', () => {
      const existing = disk({ 'talks/01-ada.md': 'mine', 'talks/02-ben.md': 'b' }, first.record);
      const { write, kept } = plan([talk('Ada', 'ada', 'a'), talk('Ben', 'ben', 'b')], existing);
      expect([write.map(({ path }) => path), kept]).toEqual([['talks/02-ben.md'], []]);
    });

    test('line ends that version control has changed are no edit', () => {
      const made = plan([talk('Ada', 'ada', 'a\nb\n')], disk({}));
      const { kept } = plan(
        [talk('Ada', 'ada', 'c\n')],
        disk({ 'talks/01-ada.md': 'a\r\nb\r\n' }, made.record),
      );
      expect(kept).toEqual([]);
    });

    test('what is no more goes, unless a person edited it', () => {
      const gone = (ben: string) =>
        plan(
          [talk('Ada', 'ada', 'a')],
          disk({ 'talks/01-ada.md': 'a', 'talks/02-ben.md': ben }, first.record),
        ).remove;
      expect([gone('b'), gone('mine')]).toEqual([['talks/02-ben.md'], []]);
    });
  });

  test('a file that a person wrote about the same speaker is never overwritten', () => {
    const { write, kept } = plan(
      [event, talk('Ada', 'ada', 'a')],
      disk({ 'event.md': 'mine', 'talks/7-ada.md': 'mine' }),
    );
    expect(kept.map(({ path }) => path)).toEqual(['event.md', 'talks/7-ada.md']);
    expect(write.map(({ path }) => path)).toEqual(['_event.new.md', 'talks/_7-ada.new.md']);
  });

  test('a record that is not whole is none', () => {
    expect([null, '{', '[]', '{"files": 3}', '{"files": {"a": {"of": 1}}}'].map(parseRecord)).toEqual([
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  test('names no file that an import does not write', () => {
    const record = (path: string) =>
      parseRecord(JSON.stringify({ files: { [path]: { of: 'event', digest: 'd' } } }));
    for (const path of [
      '../x.md',
      '/etc/x.md',
      'talks/../../x.md',
      'talks/a/b.md',
      'talks\\..\\x.md',
      'assets/a.png',
    ])
      expect(record(path)).toEqual({});
    expect(Object.keys(record('talks/01-ada.md'))).toEqual(['talks/01-ada.md']);
  });
});
