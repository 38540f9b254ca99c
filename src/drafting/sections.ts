import type { Script } from '../content/claims/words.ts';
import { atLine, type DraftSection, type Point, type SectionBody } from './drafted.ts';
import type { Enumeration } from './enumerations.ts';
import { type Figure, findFigures } from './figures.ts';
import { headingOf, listHeading, plainHeading, topicOf } from './headings.ts';
import type { Material } from './material.ts';
import { notesOf } from './notes.ts';
import { sizeOf } from './pieces.ts';
import { ablePieces, chooseReadable } from './readable.ts';
import { partInto, type Stretch } from './stretches.ts';

type PointsSection = Extract<DraftSection, { kind: 'points' }>;

const MOST_SECTIONS = 6;
const MOST_LISTS = 4;
/** Number of figures on one slide. */
const STATS = { least: 2, most: 4 };
/** Tokens of speech per section, and per point. */
const PER_SECTION = { zh: 260, en: 170 };
const PER_POINT = { zh: 95, en: 60 };
/** A shorter stretch gets no section of its own. */
const LEAST_STRETCH = { zh: 60, en: 40 };
/** Explanations below a list with more tokens get points of their own. */
const LONG_EXPLANATION = { zh: 450, en: 300 };
/** Length of a heading that the transcript itself has. */
const LONGEST_OWN = { zh: 24, en: 12 };
/** In order of the talk, figures last. */
export function draftSections(material: Material, takeaway: Point | null): readonly DraftSection[] {
  const { ranked, clauses, grounds } = material;
  const lists = bestLists(material);
  const stats = statsOf(findFigures(clauses, ranked.script), material);
  const room = Math.max(1, MOST_SECTIONS - lists.length - (stats ? 1 : 0));
  const taken = new Set<string>(takeaway ? [takeaway.text] : []);
  const covered = new Set<string>();
  const places: readonly (Enumeration | Stretch)[] = [
    ...lists,
    ...stretchesOf(material, lists, room),
  ].toSorted((a, b) => lineOf(a, clauses) - lineOf(b, clauses));
  const sections: DraftSection[] = [];
  for (const place of places) {
    const section =
      'items' in place
        ? listSection(place, material, taken)
        : pointsSection(place, material, takeaway, taken, covered);
    const last = sections.at(-1);
    if (section?.kind === 'points' && last?.kind === 'points' && isLesser(section, last)) {
      const points = [...last.points, ...section.points];
      sections[sections.length - 1] = { ...last, points, notes: [...last.notes, ...section.notes] };
    } else if (section) {
      sections.push(section);
      taken.add(section.heading.text);
    }
  }
  if (stats) sections.push({ ...stats, heading: plainHeading('figures', ranked.script, taken) });
  return sections.filter(({ heading: { text, lines } }) => lines === null || grounds.holds({ text, lines }));
}

const MOST_MERGED = 5;

/** A single point does not make a slide; nor do a few without their own heading, after a slide with room. */
function isLesser({ points, heading }: PointsSection, last: PointsSection): boolean {
  return points.length === 1 || (heading.lines === null && points.length + last.points.length <= MOST_MERGED);
}

function lineOf(place: Enumeration | Stretch, clauses: Material['clauses']): number {
  // Explanations of a list come after it.
  return 'items' in place ? place.first - 0.5 : (clauses[place.first]?.line ?? 0);
}

/** The lists with most items, in order of the talk. */
function bestLists({ lists, grounds }: Material): readonly Enumeration[] {
  return lists
    .filter(({ items }) => items.every(({ text, line }) => grounds.holds(atLine(text, line))))
    .toSorted((a, b) => b.items.length - a.items.length)
    .slice(0, MOST_LISTS)
    .sort((a, b) => a.first - b.first);
}

/** The parts before, between and after the lists, in as many stretches as there is room for. */
function stretchesOf(
  { clauses, ranked, said }: Material,
  lists: readonly Enumeration[],
  room: number,
): readonly Stretch[] {
  const { script, tokens } = ranked;
  const headings = new Set(said.filter(({ kind }) => kind === 'heading').map(({ line }) => line));
  const isListed = (line: number) =>
    lists.some(({ first, last, lead }) => (line >= first && line <= last) || lead?.line === line);
  const free: [number, number][] = [];
  for (const [index, { line, sentence }] of clauses.entries()) {
    if (isListed(line)) continue;
    const last = free.at(-1);
    const before = clauses[index - 1];
    const isSplit = [...headings].some((heading) => before && heading > before.line && heading < line);
    if (last && last[1] === index - 1 && (!isSplit || before?.sentence === sentence)) last[1] = index;
    else free.push([index, index]);
  }
  for (const { first, last } of lists) {
    const own = clauses.flatMap(({ line }, index) => (line >= first && line <= last ? [index] : []));
    const range: [number, number] = [own[0] ?? 0, own.at(-1) ?? 0];
    if (size(tokens, range) > LONG_EXPLANATION[script]) free.push(range);
  }
  const sized = free.map((range) => ({ range, size: size(tokens, range) }));
  const total = sized.reduce((sum, each) => sum + each.size, 0);
  const wanted = Math.min(room, Math.max(1, Math.round(total / PER_SECTION[script])));
  return sized
    .filter((each) => each.size >= LEAST_STRETCH[script] || total < LEAST_STRETCH[script])
    .toSorted((a, b) => b.size - a.size)
    .slice(0, room)
    .sort((a, b) => a.range[0] - b.range[0])
    .flatMap((each) =>
      partInto(ranked, clauses, each.range, Math.max(1, Math.round((wanted * each.size) / total))),
    )
    .slice(0, room);
}

function size(tokens: Material['ranked']['tokens'], [first, last]: readonly [number, number]): number {
  let sum = 0;
  for (let at = first; at <= last; at += 1) sum += tokens[at]?.length ?? 0;
  return sum;
}

function pointsSection(
  stretch: Stretch,
  material: Material,
  takeaway: Point | null,
  taken: ReadonlySet<string>,
  covered: Set<string>,
): DraftSection | null {
  const { clauses, ranked, said } = material;
  const { script } = ranked;
  const able = ablePieces(material).filter(
    ({ first, last, text }) =>
      first >= stretch.first && last <= stretch.last && !repeats(text, takeaway) && !taken.has(text),
  );
  const most = Math.min(4, Math.max(2, Math.round(stretch.length / PER_POINT[script])));
  const chosen = chooseReadable(able, material, { least: Math.min(2, most), most }, covered);
  if (chosen.length === 0) return null;
  const line = clauses[stretch.first]?.line ?? 0;
  const own = said.findLast((each) => each.kind === 'heading' && each.line < line);
  const isOwn =
    own && !said.some((each) => each.kind !== 'heading' && each.line > own.line && each.line < line);
  const { heading, rest } =
    own && isOwn && sizeOf(own.text, script) <= LONGEST_OWN[script]
      ? { heading: atLine(own.text.replace(/^#+\s*/, ''), own.line), rest: chosen }
      : headingOf(material, stretch, chosen, taken);
  const points = rest.map((piece) => atLine(piece.text, piece.line));
  return { heading, kind: 'points', points, notes: notesOf(points, said, script) };
}

function repeats(text: string, takeaway: Point | null): boolean {
  return takeaway !== null && (takeaway.text.includes(text) || text.includes(takeaway.text));
}

const EXAMPLE_HEADER: Readonly<Record<Script, readonly [string, string]>> = {
  zh: ['要点', '例子'],
  en: ['Point', 'Example'],
};

function listSection(
  { items, lead, start, first, last }: Enumeration,
  { clauses, ranked, said, grounds, phrases }: Material,
  taken: ReadonlySet<string>,
): DraftSection | null {
  const { script } = ranked;
  const points = items.map(({ text, line }) => atLine(text, line));
  const announced = listHeading(lead && atLine(lead.text, lead.line), script);
  const inside = clauses.flatMap(({ line }, index) => (line >= first && line <= last ? [index] : []));
  const range = { first: inside[0] ?? 0, last: inside.at(-1) ?? 0 };
  const heading =
    announced && !taken.has(announced.text) && grounds.holds(announced)
      ? announced
      : topicOf(clauses, phrases, range, script, taken);
  const notes = notesOf(points, said, script);
  const head = heading ?? plainHeading('points', script, taken);
  const withExample = items.filter(({ example }) => example !== null).length;
  if (start === 1 && withExample >= 2 && withExample >= items.length - 1) {
    const rows = items.map(({ text, line, example }) => ({
      cells: [text, example?.text ?? ''] as const,
      lines: { first: line, last: line },
    }));
    return { heading: head, kind: 'table', header: EXAMPLE_HEADER[script], rows, notes };
  }
  return { heading: head, kind: 'steps', start, points, notes };
}

function statsOf(
  figures: readonly Figure[],
  { said, ranked, grounds }: Material,
): Omit<Extract<DraftSection, { kind: 'stats' }>, 'heading'> | null {
  const stats = figures
    .map(({ value, label, line }) => ({ value, label, lines: { first: line, last: line } }))
    .filter(({ value, label, lines }) => grounds.holds({ text: `${value} ${label}`, lines }))
    .slice(0, STATS.most);
  if (stats.length < STATS.least) return null;
  const points = stats.map(({ value, lines }) => ({ text: value, lines }));
  return {
    kind: 'stats',
    stats,
    notes: notesOf(points, said, ranked.script),
  };
}

/** The bodies of an answer: its lists and other points, at most `most` points and items in total. */
export function answerBodies(
  material: Material,
  most: number,
): { bodies: readonly Extract<SectionBody, { kind: 'points' | 'steps' }>[]; notes: readonly string[] } {
  const { clauses, ranked, said } = material;
  const { script, tokens } = ranked;
  const lists: Enumeration[] = [];
  let room = most;
  for (const list of bestLists(material)) {
    if (lists.length > 0 && list.items.length > room) continue;
    lists.push(list);
    room -= list.items.length;
  }
  const length = size(tokens, [0, clauses.length - 1]);
  const wanted = Math.min(Math.max(0, room), Math.max(1, Math.round(length / PER_POINT[script])));
  const able = ablePieces(material).filter(
    ({ line }) => !lists.some(({ first, last }) => line >= first && line <= last),
  );
  const points = chooseReadable(able, material, { least: Math.min(1, wanted), most: wanted }).map((piece) =>
    atLine(piece.text, piece.line),
  );
  const bodies = [
    ...(points.length > 0 ? [{ kind: 'points' as const, points }] : []),
    ...lists.map(({ items, start }) => ({
      kind: 'steps' as const,
      start,
      points: items.map(({ text, line }) => atLine(text, line)),
    })),
  ].sort((a, b) => (a.points[0]?.lines.first ?? 0) - (b.points[0]?.lines.first ?? 0));
  return {
    bodies,
    notes: notesOf(
      bodies.flatMap((body) => body.points),
      said,
      script,
    ),
  };
}
