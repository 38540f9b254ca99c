// A program with talkdeck as a dependency: packed-api.test.ts type-checks and runs it. Takes two meetups.
import { writeFileSync } from 'node:fs';
import {
  type BuildReport,
  build,
  type CheckReport,
  CliError,
  type CompileReport,
  check,
  compile,
  type ExportReport,
  exportDecks,
  type Finding,
  type FixReport,
  fix,
  type Product,
} from 'talkdeck';

const [, , one = '', two = '', out = ''] = process.argv;
const ADA = 'content/talks/ada.md';

const compiled: readonly CompileReport[] = await Promise.all([
  compile({ root: one }),
  compile({ root: two }),
]);
const unsaved: CheckReport = await check({ root: one, unsaved: { [ADA]: '---\nspeaker: Ada\n---\n' } });
const [missing]: readonly Finding[] = unsaved.findings;
const fixed: FixReport = await fix({ root: two, approve: (changes) => changes.length > 1 });
const built: BuildReport = await build({ cwd: one });
const products: readonly Product[] = [{ kind: 'pdf' }, { kind: 'png', scale: 0.5 }];
const exported: ExportReport = await exportDecks({ root: two, decks: ['ada'], products });
const again: ExportReport = await exportDecks({ root: two, decks: ['ada'], products });
const refused: unknown = await check({ root: '/nowhere' }).catch((cause: unknown) => cause);

const facts = {
  compiled: compiled.map(({ ok, decks, files }) => [
    ok,
    decks.map(({ name, slides }) => [name, slides.length]),
    files.length,
  ]),
  missing: missing && [missing.code, missing.severity, missing.file, missing.line, missing.length > 0],
  fixed: [fixed.changes.length, fixed.written],
  built: [built.ok, built.decks, built.written],
  exported: [exported.ok, exported.repeated, exported.whole],
  files: exported.decks.flatMap((deck) =>
    deck.products.flatMap(({ kind, files }) => files.map((file) => [kind, file])),
  ),
  again: [again.repeated, again.decks.map(({ cache }) => cache)],
  refused: refused instanceof CliError && [refused.message, refused.hint !== null],
};
writeFileSync(out, JSON.stringify(facts));
