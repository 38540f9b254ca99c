import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { THEMES } from '../../src/content/summary/meetup.ts';
import { runCli } from '../cli/run-cli.ts';
import '../needs-browser.ts';

/** A small, typical one of each kind. */
const KINDS = {
  flowchart: 'flowchart LR\n  a["Summary"] --> b{"Slides?"}\n  b -->|yes| c(("PDF"))\n  b --> d[("Store")]',
  pie: 'pie title Where an hour goes\n  "Layout" : 45\n  "Writing" : 30\n  "Talk" : 15\n  "Other" : 10',
  gantt:
    'gantt\n  title Plan\n  dateFormat YYYY-MM-DD\n  section Build\n  Write :a1, 2024-01-01, 30d\n  Test :after a1, 20d\n  section Ship\n  Review :done, 2024-02-01, 12d\n  Release :crit, 2024-02-14, 9d',
  timeline:
    'timeline\n  title Open source databases\n  2002 : MySQL\n  2004 : Postgres 8 : Windows\n  2008 : Cassandra\n  2015 : TiDB',
  er: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  CUSTOMER {\n    string name\n    int id\n  }\n  ORDER ||--|{ ITEM : has',
  mindmap: 'mindmap\n  root((Meetup))\n    Talks\n      Slides\n    Questions\n      Topics\n    Place',
  quadrant:
    'quadrantChart\n  title Reach\n  x-axis Low reach --> High reach\n  y-axis Low --> High\n  quadrant-1 Expand\n  quadrant-2 Promote\n  quadrant-3 Drop\n  quadrant-4 Improve\n  Campaign A: [0.3, 0.8]\n  Campaign B: [0.7, 0.3]',
  xychart:
    'xychart-beta\n  title "Sales"\n  x-axis [jan, feb, mar, apr]\n  y-axis "Money" 0 --> 100\n  bar [20, 50, 90, 60]\n  line [10, 40, 70, 80]',
  sankey: 'sankey-beta\n\nSolar,Grid,30\nWind,Grid,50\nGrid,Homes,45\nGrid,Industry,35',
  git: 'gitGraph\n  commit id: "start"\n  branch dev\n  commit id: "draft"\n  commit id: "mend"\n  checkout main\n  merge dev tag: "v1"\n  commit id: "ship"',
  packet: 'packet-beta\n0-15: "Source Port"\n16-31: "Destination Port"\n32-63: "Sequence Number"',
  requirement:
    'requirementDiagram\n  requirement fast {\n  id: 1\n  text: "Answers at once"\n  risk: high\n  verifymethod: test\n  }\n  element cache {\n  type: module\n  }\n  cache - satisfies -> fast',
  sequence:
    'sequenceDiagram\n  participant A as Client\n  participant B as Server\n  A->>B: Ask\n  Note over A,B: They know each other\n  B-->>A: Answer',
  class:
    'classDiagram\n  class Store {\n  +int size\n  +get(key)\n  }\n  class Disk\n  Store <|-- Disk : writes',
  state: 'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy : ask\n  Busy --> Idle : done\n  Busy --> [*]',
  kanban: 'kanban\n  Todo\n    [Write]\n    [Draw]\n  Doing\n    [Mend]\n  Done\n    [Plan]',
  block: 'block-beta\n  columns 3\n  a["Client"] b["Proxy"] c["Server"]\n  a --> b\n  b --> c',
};

/** Each is inspected in a browser: its text is at least 20 px, contrasts with its background, and fits. */
test.each(THEMES)('a small one of each kind can be read from the last row, %s', async (theme) => {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-kinds-'));
  try {
    mkdirSync(join(root, 'content', 'talks'), { recursive: true });
    writeFileSync(
      join(root, 'content', 'event.md'),
      `---\ntitle: Kinds\nlang: en\nhost: Cy\ntheme: ${theme}\n---\n`,
    );
    const sections = Object.entries(KINDS).map(
      ([kind, diagram]) => `## ${kind}\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\nSeen.\n`,
    );
    const head = '---\nspeaker: Ada\ntitle: Kinds\ntakeaway: Draw it.\n---\n\n';
    writeFileSync(join(root, 'content', 'talks', 'ada.md'), head + sections.join('\n'));
    const { stderr, stdout } = await runCli(['export', '--png', '--root', root, '--json']);
    const { findings } = JSON.parse(stdout) as { findings: { severity: string; message: string }[] };
    expect(stderr).toBe('');
    expect(findings.map(({ message }) => message)).toEqual([]);
    expect(readFileSync(join(root, 'out', 'png', 'ada', 'ada-04.png')).length).toBeGreaterThan(1000);
  } finally {
    if (process.env.KEEP) console.log(root);
    else rmSync(root, { recursive: true, force: true });
  }
});
