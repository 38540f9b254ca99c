import { join } from 'node:path';
import { CliError, wording } from '../base/errors.ts';
import type { Project } from '../base/project.ts';
import type { Compiled } from '../build/compile.ts';
import { modelDecks } from '../deck/model/model.ts';
import type { MadeDocument } from '../export/documents.ts';
import type { ExportPlan } from '../export/plan.ts';
import { compileStrictly, readTemplates } from '../render/strict-templates.ts';
import { htmlTemplates, TEMPLATE_HELPERS } from '../site/html-templates.ts';
import { articleDocument } from './article-document.ts';
import { calendarDocument } from './calendar-document.ts';
import type { EveningToTell } from './evening-view.ts';
import { markdownDocument } from './markdown-document.ts';

/**
 * Makes the documents of the chosen decks; if none is named, of all, including what concerns the whole evening.
 * @param plan its decks exist
 * @throws CliError if a template is broken, or a calendar has no day
 */
export async function makeDocuments(
  { templateFolders }: Pick<Project, 'templateFolders'>,
  { meetup, assets, value }: Compiled,
  { documents: kinds, names }: Pick<ExportPlan, 'documents' | 'names'>,
): Promise<readonly MadeDocument[]> {
  if (kinds.length === 0 || !value) return [];
  const { publish } = meetup.event;
  const decks = modelDecks(meetup).filter(({ slug }) => names.length === 0 || names.includes(slug));
  const evening: EveningToTell = {
    meetup,
    decks,
    isWhole: names.length === 0,
    recording: value.recording,
    shows: { notes: publish.includes('notes'), sources: publish.includes('sources') },
  };
  const [only] = decks;
  const name = names.length === 1 && only ? only.slug : value.front.deck.slug;
  const media = value.files.filter(({ content }) => typeof content !== 'string');
  const folders = templateFolders.map((folder) => join(folder, 'documents'));
  return Promise.all(
    kinds.map(async (kind): Promise<MadeDocument> => {
      switch (kind) {
        case 'md':
          return {
            kind,
            files: markdownDocument(evening, assets, media, markdownTemplate(folders), `md/${name}.md`),
          };
        case 'article': {
          const site = templateFolders.map((folder) => join(folder, 'site'));
          const sources = {
            assets,
            media,
            accent: meetup.event.look.accents[0] ?? ACCENT,
            styles: styles(folders),
            render: articleTemplates(site, folders),
          };
          return { kind, files: await articleDocument(evening, sources, `article/${name}.html`) };
        }
        case 'ics':
          return { kind, files: calendarDocument(evening, `ics/${name}.ics`) };
      }
    }),
  );
}

/** Used if event.md has none. */
const ACCENT = '#0b5cad';

function markdownTemplate(folders: readonly string[]): (view: object) => string {
  const templates = compileStrictly(readTemplates(folders, [''], '.md.hbs'), {
    helpers: TEMPLATE_HELPERS,
    // Its values are already Markdown.
    escapes: false,
    missing,
  });
  const run = templates.get('evening');
  if (typeof run !== 'function')
    throw new CliError(wording`There is no template ${'documents'}/${'evening'}.md.hbs.`);
  return (view) => run(view);
}

/** Sections look as on the site, except those that would need what editors drop. */
function articleTemplates(site: readonly string[], own: readonly string[]) {
  const kinds = readTemplates(site, ['kinds'], '.html.hbs');
  const sources = new Map([...kinds, ...readTemplates(own, ['', 'kinds'], '.html.hbs')]);
  return htmlTemplates(sources, 'documents', HINT);
}

function styles(folders: readonly string[]): string {
  return readTemplates(folders, [''], '.css').get('article')?.text ?? '';
}

const HINT = wording`The values of documents are listed in docs/export.md.`;

function missing(file: string, line: string, column: number, name: string) {
  return [
    wording`${file}:${line}:${column}: the template asks for "${name}", which this document does not have.`,
    HINT,
  ] as const;
}
