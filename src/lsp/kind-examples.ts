import { type SectionKind, SHORT_MARKERS } from '../content/kinds/shapes.ts';

/**
 * An example of a section, in a fence.
 * @param marker a kind, or a short form such as `left`; null for any other word
 */
export function exampleOf(marker: string): string | null {
  const kind = SHORT_MARKERS[marker]?.kind ?? marker;
  return Object.hasOwn(EXAMPLES, kind)
    ? `\`\`\`\`markdown\n${EXAMPLES[kind as SectionKind]}\n\`\`\`\``
    : null;
}

const EXAMPLES: Readonly<Record<SectionKind, string>> = {
  points: '## Title {.points}\n\n- One\n- Two',
  steps: '## Title {.steps}\n\n1. First\n2. Then',
  text: '## Title {.text}\n\nA paragraph.',
  table: '## Title {.table}\n\n| Engine | Since |\n|---|---|\n| One | 2015 |',
  bars: '## Title {.bars}\n\n| Year | Users (thousand) |\n|---|---|\n| 2023 | 40 |\n| 2024 | 95 |',
  series:
    '## Title {.line}\n\n| Year | Users (thousand) |\n|---|---|\n| 2022 | 12 |\n| 2023 | 40 |\n| 2024 | 95 |',
  stacks:
    '## Title {.stacks}\n\n| Year | Free | Paid |\n|---|---|---|\n| 2023 | 900 | 100 |\n| 2024 | 700 | 300 |',
  timeline: '## Title {.timeline}\n\n- **2015** Begun\n- **2019** Open source',
  stats: '## Title {.stats}\n\n- **40** companies\n- **3** copies of everything',
  quote: '## Title {.quote}\n\n> It was never down.\n>\n> \u2014\u2014 A customer',
  full: '## Title {.full}\n\n![What it shows](../assets/photo.jpg)',
  beside: '## Title {.left}\n\n![What it shows](../assets/photo.jpg)\n\n- One\n- Two',
  pictures: '## Title {.pictures}\n\n![One](../assets/one.jpg)\n\n![Two](../assets/two.jpg)',
  figure: '## Title {.figure}\n\n![What it shows](../assets/photo.jpg)',
  code: '## Title {.code}\n\n```ts\nconst copies = 3;\n```',
  diagram: '## Title {.diagram}\n\n```mermaid\nflowchart LR\n  A --> B\n```',
  columns: '## Title {.columns}\n\n### Before\n\n- One\n\n### After\n\n- Two',
  video: '## Title {.video}\n\n[The talk](https://www.youtube.com/watch?v=...)',
  divider: '## Part two {.divider}',
};
