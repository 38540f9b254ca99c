/** An arrow of a flowchart, as text. */
export interface Step {
  readonly from: string;
  /** Null for a box without arrows. */
  readonly to: string | null;
  /** Label of the arrow. */
  readonly label: string | null;
}

/**
 * The arrows of a Mermaid flowchart in source order, which describe the drawing in text. Null for other kinds of
 * diagrams, and for syntax that this does not read: then the source is shown.
 */
export function readFlow(source: string): readonly Step[] | null {
  const [first, ...lines] = source.split(/[\n;]/).map((line) => line.trim().replace(/^%%.*$/, ''));
  if (!/^(?:flowchart|graph)\b/.test(first ?? '')) return null;
  const names = new Map<string, string>();
  const arrows: { readonly from: string; readonly to: string; readonly label: string | null }[] = [];
  for (const line of lines) {
    // Groups and styles add nothing to the text.
    if (line === '' || /^(?:subgraph\b|end$|direction\b|style\b|classDef\b|class\b|linkStyle\b)/.test(line))
      continue;
    const found = readLine(line, names);
    if (found === null) return null;
    arrows.push(...found);
  }
  const nameOf = (id: string) => names.get(id) ?? id;
  const linked = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  return [
    ...arrows.map(({ from, to, label }) => ({ from: nameOf(from), to: nameOf(to), label })),
    ...[...names].flatMap(([id, name]) => (linked.has(id) ? [] : [{ from: name, to: null, label: null }])),
  ];
}

const BOX = String.raw`(?:\(\(|\(\[|\[\(|\[\[|\[\/|\[\\|\{\{|[\[({>])`;
const NODE = new RegExp(
  String.raw`^([\p{L}\p{N}_]+)(?:${BOX}\s*(?:"([^"]*)"|([^"\[\](){}|]+?))\s*(?:\)\)|\]\)|\)\]|\]\]|\/\]|\\\]|\}\}|[\])}]))?(?::::[\w-]+)?\s*`,
  'u',
);
/** With the label after it, `-->|text|`, or inside, `-- text -->`. */
const ARROW =
  /^(?:<?(?:-{2,}|={2,})\s+(?:"([^"]+)"|([^-=>|"][^->|]*?))\s+(?:-{2,}|={2,})[>ox]?|<?(?:-{2,}|={2,}|-\.+-)[>ox]?)\s*(?:\|\s*"?([^|"]*)"?\s*\|)?\s*/;

type Arrow = { readonly from: string; readonly to: string; readonly label: string | null };

/** Parses `a["One"] & b -->|yes| c --> d`; null if it is something else. Collects the labels of boxes. */
function readLine(line: string, names: Map<string, string>): readonly Arrow[] | null {
  let rest = line;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  const boxes = (): readonly string[] | null => {
    const ids: string[] = [];
    do {
      const [, id, quoted, plain] = take(NODE) ?? [];
      if (id === undefined) return null;
      const words = quoted ?? plain;
      if (words !== undefined || !names.has(id)) names.set(id, lineOf(words ?? id));
      ids.push(id);
    } while (take(/^&\s*/));
    return ids;
  };
  const arrows: Arrow[] = [];
  let left = boxes();
  while (left !== null && rest !== '') {
    const arrow = take(ARROW);
    const right = arrow ? boxes() : null;
    if (arrow === null || right === null) return null;
    const label = lineOf(arrow[1] ?? arrow[2] ?? arrow[3] ?? '') || null;
    for (const from of left) for (const to of right) arrows.push({ from, to, label });
    left = right;
  }
  return left && arrows;
}

/** Joins lines that Mermaid breaks at `<br>`. */
function lineOf(words: string): string {
  return words.replaceAll(/<br\s*\/?>|\\n/gi, ' ').trim();
}
