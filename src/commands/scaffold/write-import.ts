import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError, wording } from '../../base/errors.ts';
import { writeFiles } from '../../base/files.ts';
import { readFile, whyNotRead } from '../../base/read-file.ts';
import { CONTENT_FOLDER, contentRules, listFolder } from '../../content/read/content-folder.ts';
import { jsonText } from '../../findings/report/clean.ts';
import type { Drafter, ModelOutcome } from '../../importing/drafts.ts';
import type { Meeting } from '../../importing/meeting.ts';
import { type ImportReport, reportImport, reportMarkdown } from '../../importing/report.ts';
import { words } from '../words/words.ts';
import { type ImportPlan, parseRecord, planImport } from './imported-files.ts';
import { type ImportedMeetup, importedMeetup } from './imported-meetup.ts';
import { isTalkSlug } from './slug.ts';

/** Times of lines and the record of the import; in content/, so that it travels with the meetup. */
const MAP_FILE = 'transcript.map.json';

/** What an import will write and report. */
export interface PlannedImport {
  /** Paths relative to content/. */
  readonly plan: ImportPlan;
  readonly report: ImportReport;
}

/**
 * @param root the folder of the current or future content/
 * @param name of the transcript's file
 */
export function prepareImport(root: string, name: string, meeting: Meeting, drafter: Drafter): PlannedImport {
  const content = join(resolve(root), CONTENT_FOLDER);
  const imported = importedMeetup(meeting, transcriptText(meeting), drafter);
  const names = (folder: string) => listFolder(join(content, folder)) ?? [];
  const existing = {
    names: { talks: names('talks'), qa: names('qa') },
    text: (path: string) => textAt(root, path),
    record: parseRecord(textAt(root, MAP_FILE)),
  };
  const plan = planImport(imported.files, existing, isTalkSlug);
  return {
    plan,
    report: reportOf(meeting, name, imported, plan, drafter.outcome?.() ?? null),
  };
}

/** Writes content/ and the report. @throws CliError if they cannot be written */
export function writeImport(
  root: string,
  name: string,
  { transcript }: Meeting,
  { plan, report }: PlannedImport,
): void {
  const content = join(resolve(root), CONTENT_FOLDER);
  const { format, encoding } = transcript;
  const times = transcript.utterances.flatMap(({ line, time }) =>
    time === null ? [] : [[line, inTenths(time)]],
  );
  const map = { from: name, format, encoding, times, files: plan.record };
  const files = plan.write.map(({ path, text }) => ({ path, content: text }));
  writeFiles(content, [...files, { path: MAP_FILE, content: `${JSON.stringify(map)}\n` }]);
  for (const path of plan.remove) rmSync(join(content, path), { force: true });
  writeFiles(join(resolve(root), 'out'), [
    { path: 'import-report.md', content: reportMarkdown(report, words().imported.report) },
    { path: 'import-report.json', content: `${jsonText(report, 2)}\n` },
  ]);
}

function inTenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** A transcript cited by its own lines stays unchanged. */
function transcriptText({ transcript: { verbatim, lines } }: Meeting): string {
  return verbatim?.includes('\n') ? verbatim : `${lines.join('\n')}\n`;
}

/** @param path below content/ */
function textAt(root: string, path: string): string | null {
  const full = join(resolve(root), CONTENT_FOLDER, path);
  const file = readFile(full, contentRules(resolve(root), 'transcript'));
  if (file.state === 'missing') return null;
  if (file.state === 'ok') return file.value.toString('utf8');
  throw new CliError(wording`Cannot read ${full}: ${whyNotRead(file)}`, wording`Nothing was written.`);
}

function reportOf(
  meeting: Meeting,
  from: string,
  { files, talks }: ImportedMeetup,
  plan: ImportPlan,
  model: ModelOutcome | null,
): ImportReport {
  const texts = new Map(files.map(({ of, text }) => [of, text]));
  const at = (path: string) => `${CONTENT_FOLDER}/${path}`;
  const written = talks.map(({ of, talk }) => ({
    talk,
    path: at(plan.paths.get(of) ?? ''),
    text: texts.get(of) ?? '',
  }));
  const kept = plan.kept.map(({ path, beside }) => ({ path: at(path), beside: at(beside) }));
  return reportImport(meeting, from, written, kept, model);
}
