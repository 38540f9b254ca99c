import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { JSON_SCHEMAS } from '../../../scripts/json-schema.ts';
import { parseFrontMatter } from '../../../src/content/parse/front-matter.ts';
import {
  eventSchema,
  exchangeSchema,
  type FieldSchema,
  talkSchema,
} from '../../../src/content/validate/schema.ts';
import { ROOT } from '../../cli/run-cli.ts';
import { runs } from '../../deep.ts';

type Kind = 'event' | 'talk' | 'question';

const KINDS: readonly Kind[] = ['event', 'talk', 'question'];
const OWN: Readonly<Record<Kind, FieldSchema>> = {
  event: eventSchema,
  talk: talkSchema,
  question: exchangeSchema,
};

const shipped = (kind: Kind): object => JSON.parse(readFileSync(pathOf(`${kind}.schema.json`), 'utf8'));
const pathOf = (name: string): string => join(ROOT, 'schemas', name);

const ajv = new Ajv({ allowUnionTypes: true, keywords: ['patternErrorMessage'] });
addFormats.default(ajv);
const independent = Object.fromEntries(KINDS.map((kind) => [kind, ajv.compile(shipped(kind))]));

/** Whether an editor accepts front matter, where numbers are numbers and an empty value is null. */
const editorAccepts = (kind: Kind, yaml: string): boolean =>
  independent[kind]?.(parse(yaml, { schema: 'core' }) ?? {}) === true;

/** Whether talkdeck accepts it: every value is text or missing. */
const weAccept = (kind: Kind, yaml: string): boolean => {
  const { value } = parseFrontMatter({ path: 'a.md', text: `---\n${yaml}\n---\n` });
  return value?.frontMatter.readable === true && v.safeParse(OWN[kind], value.frontMatter.data).success;
};

it.each(Object.entries(JSON_SCHEMAS))('schemas/%s is current: npm run schemas', (name, schema) => {
  expect(JSON.parse(readFileSync(pathOf(name), 'utf8'))).toEqual(schema);
});

it('and there is no other', () => {
  expect(readdirSync(join(ROOT, 'schemas')).sort()).toEqual(Object.keys(JSON_SCHEMAS).sort());
});

it.each(KINDS)('every field of %s says what it is for, and only those that we know are let in', (kind) => {
  const { properties, additionalProperties } = shipped(kind) as {
    properties: Readonly<Record<string, { readonly description?: string }>>;
    additionalProperties: boolean;
  };
  expect(Object.keys(properties)).toEqual(Object.keys(OWN[kind].entries));
  expect(additionalProperties).toBe(false);
  for (const { description } of Object.values(properties)) expect(description).toMatch(/^[A-Z].*\.$/);
});

describe('an independent validator says what our own says', () => {
  const LEAST: Readonly<Record<Kind, string>> = {
    event: 'title: A\nlang: en\n',
    talk: 'speaker: A\ntitle: B\ntakeaway: C\n',
    question: 'question: A?\naskedBy: B\ntopic: C\n',
  };
  it.each<[Kind, string, boolean]>([
    ['event', '', true],
    ['event', 'titel: B', false],
    ['event', 'subtitle: 2024', true],
    ['event', 'subtitle: 1.5e3', true],
    ['event', 'subtitle: true', true],
    ['event', 'subtitle:', true],
    ['event', 'subtitle: ~', true],
    ['event', 'subtitle: null', true],
    ['event', 'subtitle: " \\t\\n"', true],
    ['event', 'subtitle: "\\x01\\x7f"', true],
    ['event', 'subtitle: [a]', false],
    ['event', 'subtitle: {a: b}', false],
    ['event', 'date: 2024-05-31', true],
    ['event', 'date: 2024-02-29', true],
    ['event', 'date: 2023-02-29', false],
    ['event', 'date: 2024-05-31/06-02', true],
    ['event', 'date: 2024-12-31/2025-01-01', true],
    ['event', 'date: 2024-05-30/31', true],
    ['event', 'date: 2024-05-30/1', false],
    ['event', 'breaks: [{time: 20:00, title: A}]', true],
    ['event', 'breaks: [{time: 20:00, title: A, duration: 15 min, day: 2024-05-31}]', true],
    ['event', 'breaks: [{time: 20:00}]', false],
    ['event', 'breaks: [{time: 20:00, title: A, kind: B}]', false],
    ['event', 'breaks: [A]', false],
    ['event', 'qaTime: 9:05', true],
    ['event', 'people: [A, {name: B, org: C}]', true],
    ['event', 'people: [{org: C}]', false],
    ['event', 'date: 2024-5-31', false],
    ['event', 'date: 2024-05-31T10:00', false],
    ['event', 'date: 20240531', false],
    ['event', 'date:', true],
    ['event', 'theme: ~', true],
    ['event', 'reveal:', true],
    ['event', 'theme: bold', true],
    ['event', 'theme: loud', false],
    ['event', 'ratio: 4:3', true],
    ['event', 'ratio: 3:4', false],
    ['event', 'reveal: true', true],
    ['event', 'reveal: "true"', true],
    ['event', 'reveal: off', true],
    ['event', 'reveal: maybe', false],
    ['event', 'reveal: 1', false],
    ['event', 'paper: "#FFF"', true],
    ['event', 'paper: "#fffaf0"', true],
    ['event', 'paper: "#ffff"', false],
    ['event', 'paper: white', false],
    ['event', 'paper: #fff', true], // In YAML the value is empty; yaml-comment reports it.
    ['event', 'accents: ["#0b5cad", "#bb4271"]', true],
    ['event', 'accents: []', true],
    ['event', 'accents:', true],
    ['event', 'accents: [~]', false],
    ['event', 'accents: "#0b5cad"', false],
    ['event', 'accents: ["#0b5cad", blue]', false],
    ['talk', '', true],
    ['talk', 'facts: [a, 2]', true],
    ['talk', 'facts: a', false],
    ['talk', 'time: 19:10', true],
    ['talk', 'time: 24:00', false],
    ['talk', 'time: 7 pm', false],
    ['talk', 'time: 19:10\nduration: 20', true],
    ['talk', 'duration: 0', false],
    ['talk', 'duration: half an hour', false],
    ['talk', 'speakers: [A, {name: B, role: C}]', true],
    ['talk', 'speakers: []', false],
    ['talk', 'speakers: A', false],
    ['talk', 'facts: [[a]]', false],
    ['talk', 'accent: "#12345"', false],
    ['talk', 'reveal: no', true],
    ['question', '', true],
    ['question', 'askedTo: A', true],
    ['question', 'askedTo: [A, B]', true],
    ['question', 'askedTo: {A: B}', false],
    ['question', 'askedTo:', true],
    ['question', 'askedTo: [~]', false],
  ])('%s with "%s": %s', (kind, line, accepted) => {
    const yaml = LEAST[kind] + line;
    expect({ ours: weAccept(kind, yaml), editor: editorAccepts(kind, yaml) }).toEqual({
      ours: accepted,
      editor: accepted,
    });
  });

  it.each(
    KINDS.flatMap((kind) =>
      LEAST[kind]
        .trimEnd()
        .split('\n')
        .map((line): [Kind, string] => [kind, line]),
    ),
  )('%s without "%s"', (kind, line) => {
    const yaml = LEAST[kind].replace(`${line}\n`, '');
    expect(weAccept(kind, yaml)).toBe(false);
    expect(editorAccepts(kind, yaml)).toBe(false);
  });

  const letters = (from: string, min: number, max: number) =>
    fc.string({ unit: fc.constantFrom(...from), minLength: min, maxLength: max });
  const AZ = 'abcdefghijklmnopqrstuvwxyzABCDEF';
  const DIGITS = '0123456789';
  const subtag = fc.oneof(
    letters(AZ, 1, 9),
    letters(DIGITS, 1, 4),
    letters(AZ + DIGITS, 4, 8),
    fc.constantFrom('Hans', 'CN', 'TW', '419', '1996', 'x'),
  );
  it('language tags', () => {
    fc.assert(
      fc.property(letters(AZ, 1, 5), fc.array(subtag, { maxLength: 3 }), (language, rest) => {
        // A repeated variant and the grammar of Unicode extensions are beyond a regular expression.
        fc.pre(!rest.some((each, at) => /^[\da-wy-z]$/i.test(each) || rest.indexOf(each) !== at));
        const yaml = `title: A\nlang: "${[language, ...rest].join('-')}"`;
        expect(editorAccepts('event', yaml)).toBe(weAccept('event', yaml));
      }),
      { numRuns: runs(400, 2_000) },
    );
  });

  it('days', () => {
    const part = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((each) => String(each).padStart(2, '0'));
    fc.assert(
      fc.property(part(1990, 2040), part(0, 13), part(0, 32), (...parts) => {
        const yaml = `title: A\nlang: en\ndate: "${parts.join('-')}"`;
        expect(editorAccepts('event', yaml)).toBe(weAccept('event', yaml));
      }),
      { numRuns: runs(200, 1_000) },
    );
  });

  const files = ['content', 'tests/fixtures', 'tests/gallery'].flatMap(frontMatters);
  it('the real meetup and the fixtures are looked at, right ones and wrong ones', () => {
    const verdicts = files.map(({ kind, yaml }) => weAccept(kind, yaml));
    expect(verdicts.filter((accepted) => accepted).length).toBeGreaterThan(40);
    expect(verdicts.filter((accepted) => !accepted).length).toBeGreaterThan(3);
  });
  it.each(files)('$path', ({ kind, yaml }) => {
    expect(editorAccepts(kind, yaml)).toBe(weAccept(kind, yaml));
  });
});

interface Sample {
  readonly path: string;
  readonly kind: Kind;
  readonly yaml: string;
}

/** Front matter of all summaries below a folder, if it is valid YAML. */
function frontMatters(folder: string): readonly Sample[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).flatMap((below) => {
    const path = join(folder, below).split(sep).join('/');
    const kind = /\/talks\/[^/]+\.md$/.test(path)
      ? 'talk'
      : /\/qa\/[^/]+\.md$/.test(path)
        ? 'question'
        : path.endsWith('/event.md')
          ? 'event'
          : null;
    const yaml = kind && /^---\n(.*?)\n---\s*$/ms.exec(readFileSync(join(ROOT, path), 'utf8'))?.[1];
    if (!kind || !yaml) return [];
    try {
      return typeof parse(yaml, { schema: 'failsafe' }) === 'object' ? [{ path, kind, yaml }] : [];
    } catch {
      return []; // A fixture of another finding.
    }
  });
}
