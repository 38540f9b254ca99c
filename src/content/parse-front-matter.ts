import matter from 'gray-matter';
import { type Finding, finding, type Result } from '../findings/finding.ts';
import type { Spot } from '../spot.ts';
import type { SourceFile } from './source-file.ts';
import { type FrontMatter, YamlEngine } from './yaml-engine.ts';

export interface SplitFile {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Number of lines above the body. */
  readonly bodyOffset: number;
}

const OPENING: Spot = { line: 1, column: 1, length: 3 };
/** Bytes of front matter; YAML has texts that take time with the square of their length. */
const MAX_BYTES = 100 * 1024;

/** Splits front matter from body. Null, with a finding, where it cannot be told which is which. */
export function parseFrontMatter(file: SourceFile): Result<SplitFile | null> {
  const fence = checkFences(file);
  if (fence) return { value: null, findings: [fence] };
  // Options are given on purpose: without any, gray-matter keeps every file's content in a cache.
  const yaml = new YamlEngine();
  const { content } = matter(file.text, { language: 'yaml', engines: { yaml } });
  const findings = yaml.findings(file.path);
  // Where it ends is not known then, nor where the body begins.
  if (findings.some(({ code }) => code === 'front-matter-unclosed')) return { value: null, findings };
  const head = file.text.length - content.length;
  return {
    value: { frontMatter: yaml, body: content, bodyOffset: countNewlines(file.text, head) },
    findings: [...findings, ...yaml.surprises(file.path)],
  };
}

/** gray-matter takes `---js` for a program to run and `---x` for an end; here only `---` is either. */
function checkFences(file: SourceFile): Finding | null {
  const opening = /^---(.*)\n/.exec(file.text);
  if (!opening) return finding(file.path, { ...OPENING, length: 0 }, 'front-matter-missing', {});
  const language = (opening[1] ?? '').trim();
  if (/^-+$/.test(language)) return finding(file.path, { ...OPENING, length: 0 }, 'front-matter-missing', {});
  if (language !== '') {
    return finding(file.path, { line: 1, column: 4, length: language.length }, 'front-matter-language', {
      language,
    });
  }
  const closing = file.text.indexOf('\n---', 3);
  const bytes = Buffer.byteLength(file.text.slice(0, Math.max(closing, 0)));
  if (bytes > MAX_BYTES)
    return finding(file.path, OPENING, 'file-too-large', { part: 'front matter', bytes, limit: MAX_BYTES });
  const rest = closing < 0 ? '-' : (/^[^\n]*/.exec(file.text.slice(closing + 4, closing + 80))?.[0] ?? '');
  return rest.trim() === '' ? null : finding(file.path, OPENING, 'front-matter-unclosed', {});
}

function countNewlines(text: string, end: number): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0 && index < end; index = text.indexOf('\n', index + 1)) {
    count += 1;
  }
  return count;
}
