import { describe, expect, test } from 'vitest';
import { toMessage } from '../../../src/findings/finding.ts';
import { check, TALK_HEAD, tempMeetup } from '../temp-meetup.ts';

/** Findings about a diagram, with positions in its own lines. */
function found(diagram: string) {
  const head = `${TALK_HEAD}\n## 图\n\n\`\`\`mermaid\n`;
  using meetup = tempMeetup({ 'talks/01-huang.md': `${head}${diagram}\n\`\`\`\n\n一句话。\n` });
  const above = head.split('\n').length - 1;
  return check(meetup.root).map(
    (each) => `${each.at.line - above}:${each.at.column} ${each.code} ${toMessage(each).what}`,
  );
}

describe('a sound diagram is read:', () => {
  test.each([
    ['flowchart', 'flowchart LR\n  a["f(x)"] -->|so| b{{中文}}'],
    ['pie', 'pie title Time\n  "Layout" : 45\n  "Talk" : 25'],
    ['gantt', 'gantt\n  dateFormat YYYY-MM-DD\n  section Build\n  Write :a1, 2024-01-01, 30d'],
    ['xychart', 'xychart-beta\n  x-axis [jan, feb]\n  bar [20, 50]'],
    ['timeline', 'timeline\n  2002 : LinkedIn\n  2004 : Facebook'],
    ['ER', 'erDiagram\n  CUSTOMER ||--o{ ORDER : places'],
    ['mindmap', 'mindmap\n  root((m))\n    A\n    B'],
    ['quadrant', 'quadrantChart\n  x-axis Low --> High\n  A: [0.3, 0.6]'],
    ['sankey', 'sankey-beta\n\nA,B,10'],
    ['gitGraph', 'gitGraph\n  commit\n  branch dev\n  commit'],
    ['packet', 'packet-beta\n0-15: "Source"'],
    ['requirement', 'requirementDiagram\n  element e {\n  type: simulation\n  }'],
    ['sequence', 'sequenceDiagram\n  A->>B: Hi'],
    ['class', 'classDiagram\n  class A {\n  +int x\n  }'],
    ['state', 'stateDiagram-v2\n  [*] --> A\n  A --> B : go'],
    ['front matter and comments', '---\ntitle: T\n---\n%% said\nflowchart LR\n  %% more\n  a --> b'],
  ])('%s', (_, diagram) => {
    expect(found(diagram)).toEqual([]);
  });
});

const says = (reason: string) => `diagram-syntax Mermaid cannot read this diagram: ${reason}.`;

describe('a slip is told at its line:', () => {
  test.each([
    [
      'a bracket in a label',
      'flowchart LR\n  x --> y\n  a[f(x)] --> b\n  b --> c',
      `3:6 ${says('"(" is not expected here')}`,
    ],
    ['a line that ends too early', 'flowchart LR\n  a -->', `2:3 ${says('this line ends too early')}`],
    [
      'a message without words',
      'sequenceDiagram\n  A->>B\n  B->>A: Yo',
      `2:3 ${says('this line ends too early')}`,
    ],
    ['no kind', 'flowchat LR\n  a --> b', `1:1 ${says('its first line names no kind of diagram')}`],
    ['a pie without a colon', 'pie title X\n  "A" 45', `2:7 ${says('"45" is not expected here')}`],
    ['a packet without a colon', 'packet-beta\n0-15 "a"', `2:6 ${says('""a"" is not expected here')}`],
    [
      'behind comments',
      '%% one\nflowchart LR\n  %% two\n  a --> b\n  %% three\n  b[c',
      `6:3 ${says('this line ends too early')}`,
    ],
    [
      'behind front matter',
      '---\ntitle: T\n---\nflowchart LR\n  a -->',
      `5:3 ${says('this line ends too early')}`,
    ],
  ])('%s', (_, diagram, expected) => {
    expect(found(diagram)).toEqual([expected]);
  });
});

test.each([
  ['C4Context\n  Person(a, "A")', '1:1', "Mermaid's C4 diagram"],
  ['journey\n  section Go\n  Make tea: 5: Me', '1:1', "Mermaid's user journey"],
  ['%% said\narchitecture-beta\n  group api(cloud)[API]', '2:1', "Mermaid's architecture diagram"],
])('a kind that no setting makes legible is named: %s', (diagram, at, name) => {
  expect(found(diagram)).toEqual([`${at} diagram-kind ${name} cannot be drawn for a stage.`]);
});
