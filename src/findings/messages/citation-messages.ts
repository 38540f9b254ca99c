import { counted, plural } from '../../base/text.ts';
import { type FindingTable, sentence } from './message.ts';

export const CITATION_FINDINGS = {
  'citation-malformed': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `"${text}" looks like a citation, but is none.`,
      why: 'It would be shown on the slide, and nothing would be checked.',
      fix: 'Write [L73], [L73-79] or [L73, L85-87].',
    }),
  },
  'citation-misplaced': {
    severity: 'error',
    say: ({ text, field }: { text: string; field: string }) => ({
      what: `${text} cannot be used in "${field}".`,
      why: 'Citations are read in the body and in "takeaway", "facts" and "question"; here it would be shown as text.',
      fix: 'Delete it, or move what it rests on to one of these places.',
    }),
  },
  'citation-reversed': {
    severity: 'error',
    say: ({ text }: { text: string }) => ({
      what: `${text} ends before it begins.`,
      why: 'There are no such lines.',
      fix: 'Write the smaller line number first.',
    }),
  },
  'citation-outside': {
    severity: 'error',
    /** `lines` is null without a transcript. */
    say: ({ lines, text }: { text: string; lines: number | null }) => ({
      what:
        lines === null
          ? `${text} cites a transcript, but there is none.`
          : `${text} is outside the transcript, which has ${counted(lines, 'line')}.`,
      why: 'The statement would have no source.',
      fix: 'Look the lines up in the transcript and correct the numbers; the first line is 1.',
    }),
  },
  'unsupported-number': {
    severity: 'error',
    say: ({ text, citation }: { text: string; citation: string }) => ({
      what: `The number "${text}" does not occur in ${citation}.`,
      why: 'The slide would claim what the transcript does not say.',
      fix: 'Correct the number, or cite the lines that have it.',
    }),
  },
  'unsupported-name': {
    severity: 'error',
    say: ({ text, citation }: { text: string; citation: string }) => ({
      what: `The name "${text}" does not occur in ${citation}.`,
      why: 'The slide would claim what the transcript does not say.',
      fix: 'Correct the name, or cite the lines that have it.',
    }),
  },
  'turned-number': {
    severity: 'error',
    say: ({ text, citation, type }: { text: string; citation: string; type: 'denied' | 'range' }) => ({
      what:
        type === 'denied'
          ? `${citation} denies "${text}", which is here without the denial.`
          : `"${text}" is one end of a range in ${citation}.`,
      why: 'The slide would claim something different from the transcript.',
      fix:
        type === 'denied'
          ? 'Say what was denied, as a denial: "less than 10 years".'
          : 'Write both ends, or say it is a limit: "up to 90%".',
    }),
  },
  'transcript-unreadable': {
    severity: 'error',
    say: ({ source, reason }: { source: string; reason: string }) => ({
      what: `The transcript ${source} cannot be read: ${sentence(reason)}`,
      why: 'Numbers and names are compared with the lines that they cite, in UTF-8.',
      fix: 'Save the transcript as a readable UTF-8 text file, or correct "source".',
    }),
  },
  'citations-unchecked': {
    severity: 'note',
    say: ({ count, source }: { source: string; count: number }) => ({
      what: `${counted(count, 'cited statement')} ${plural(count, 'was', 'were')} not checked: the transcript ${source} is missing.`,
      why: 'Numbers and names are compared with the lines that they cite.',
      fix: 'Put the transcript there, relative to content/, or correct "source".',
    }),
  },
} as const satisfies FindingTable;
