import { expect, test } from 'vitest';
import { turnOff } from '../../src/lsp/rules-of-event.ts';
import { applied } from './night.ts';

/** Front matter of event.md with a list of rules, and with one rule added. */
const LISTS: readonly (readonly [what: string, before: string, after: string | null])[] = [
  ['no list', 'title: A\nlang: en\n', 'title: A\nlang: en\nadviceOff: [no-figures]\n'],
  ['nothing behind the name', 'adviceOff:\ntitle: A\n', 'adviceOff: [no-figures]\ntitle: A\n'],
  ['a comment there', 'adviceOff: # none yet\n', 'adviceOff: [no-figures] # none yet\n'],
  ['null', 'adviceOff: ~ # none\n', 'adviceOff: [no-figures] # none\n'],
  ['an empty list', 'adviceOff: [ ]\n', 'adviceOff: [no-figures]\n'],
  ['brackets', 'adviceOff: [long-point] # long\n', 'adviceOff: [long-point, no-figures] # long\n'],
  ['quotes and a last comma', 'adviceOff: ["long-point",]\n', 'adviceOff: ["long-point", no-figures,]\n'],
  [
    'brackets over lines',
    'adviceOff: [\n  long-point, # long\n  missing-alt\n]\n',
    'adviceOff: [\n  long-point, # long\n  missing-alt, no-figures\n]\n',
  ],
  [
    'hyphens',
    'adviceOff:\n  - long-point\n  - "missing-alt" # later\n  # the end\ntitle: A\n',
    'adviceOff:\n  - long-point\n  - "missing-alt" # later\n  - no-figures\n  # the end\ntitle: A\n',
  ],
  ['hyphens without indent', 'adviceOff:\n- long-point\n', 'adviceOff:\n- long-point\n- no-figures\n'],
  ['it already', 'adviceOff: [no-figures]\n', null],
  ['a text', 'adviceOff: long-point\n', null],
  ['YAML that cannot be read', 'adviceOff: [long-point\ntitle: "A\n', null],
];

test.each(LISTS)('a rule is added to event.md where it has %s', (_, before, after) => {
  const text = (fields: string) => `---\n${fields}---\n\n## Welcome\n`;
  const edit = turnOff(text(before), 'adviceOff', 'no-figures', '\n');
  expect(edit && applied(text(before), { changes: { e: [edit] } }, 'e')).toBe(after && text(after));
});
