import { counted, plural } from '../../base/text.ts';
import type { FindingTable } from './message.ts';

export const FILE_FINDINGS = {
  'file-missing': {
    severity: 'error',
    say: ({ name }: { name: string }) => ({
      what: `${name} is missing.`,
      why: 'It holds the title and the language of the meetup, which every deck shows.',
      fix: 'Create it with front matter: "---", "title: ...", "lang: zh-CN", "---".',
    }),
  },
  'no-talks': {
    severity: 'error',
    say: ({ folder }: { folder: string }) => ({
      what: `There is neither a talk in ${folder} nor a question in ${folder.replace(/talks$/, 'qa')}.`,
      why: 'Each talk is one Markdown file, and becomes one deck; the questions together make another.',
      fix: `Write a first one, such as ${folder}/01-name.md.`,
    }),
  },
  'file-ignored': {
    severity: 'warning',
    /** `others`: number of further files without a finding. */
    say: (args: { path: string; others: number }) => ({
      what: ignoredFiles(args),
      why: 'Summaries are content/event.md, content/talks/*.md and content/qa/*.md, in lower case.',
      fix: 'Move or rename the file; begin its name with "_" if it is a draft.',
    }),
  },
  'foreign-file': {
    severity: 'error',
    say: ({ path, isFolder }: { path: string; isFolder: boolean }) => ({
      what: `"${path}" is not one of talkdeck's ${isFolder ? 'folders' : 'files'}, and Slidev would run or show what is in it.`,
      why: 'Opening a deck with Slidev runs the files next to it, and anybody can add those in a pull request.',
      fix: 'Remove it. Your own additions to the decks belong in templates/theme/.',
    }),
  },
  'file-refused': {
    severity: 'error',
    say: ({ because }: { because: keyof typeof REFUSED }) => ({
      what: REFUSED[because],
      why: 'Summaries must be files inside content/, so that none can show other files of the machine.',
      fix: 'Put a text file here, or give this another name.',
    }),
  },
  'file-too-large': {
    severity: 'error',
    say: ({ part, bytes, limit }: { part: 'file' | 'front matter'; bytes: number; limit: number }) => ({
      what: `The ${part} is ${mebibytes(bytes)} long; a summary's may be ${mebibytes(limit)}.`,
      why: 'A summary is a page or two. A file of this size was probably put here by mistake.',
      fix: 'Move it out of content/, or keep to what the slides should say.',
    }),
  },
  'invalid-utf8': {
    severity: 'error',
    say: ({ offset }: { offset: number }) => ({
      what: `The byte at offset ${offset} is not UTF-8.`,
      why: 'The text was saved in another encoding, and would show the wrong characters.',
      fix: 'Save the file as UTF-8 in your editor.',
    }),
  },
  'invalid-file-name': {
    severity: 'error',
    say: ({ slug }: { slug: string }) => ({
      what: `"${slug}" cannot be the name of a deck.`,
      why: 'The file name without its number becomes the name of the deck and its PDF, on every system.',
      fix: 'Rename the file to letters, digits and hyphens, such as 02-huang-dongxu.md, at most 200 bytes; "qa" and Windows\' device names are reserved.',
    }),
  },
  'duplicate-slug': {
    severity: 'error',
    say: ({ slug, other }: { slug: string; other: string }) => ({
      what: `Two talks would become the deck "${slug}"; the other is ${other}.`,
      why: 'One deck would overwrite the other.',
      fix: 'Rename one of the two files.',
    }),
  },
} as const satisfies FindingTable;

const REFUSED = {
  link: 'This is a link to something outside content/.',
  'broken-link': 'This is a broken link.',
  'no-file': 'This is named like a summary, but is not a file.',
} as const;

function ignoredFiles({ path, others }: { path: string; others: number }): string {
  if (others === 0) return `${path} is not read.`;
  return `${path} is not read, nor ${plural(others, 'is', 'are')} ${counted(others, 'other file')}.`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
