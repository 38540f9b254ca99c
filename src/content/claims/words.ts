import { stemmer } from 'stemmer';

/** How text is tokenized: as characters for Chinese, as word stems for everything else. */
export type Script = 'zh' | 'en';

/** @param lang BCP 47 */
export function scriptOf(lang: string): Script {
  return /^(?:zh|yue|cmn|wuu|nan|hak|gan|hsn|ja)(?:-|$)/i.test(lang) ? 'zh' : 'en';
}

const CHINESE = /[\u3400-\u9fff]|[a-z0-9]+(?:\.[0-9]+)?/g;
const LATIN = /[a-z0-9]+/g;

/** Chinese characters and Latin words; or word stems. */
export function tokensOf(text: string, script: Script): readonly string[] {
  const lower = text.toLowerCase();
  return script === 'zh' ? (lower.match(CHINESE) ?? []) : (lower.match(LATIN) ?? []).map(stemOf);
}

const stems = new Map<string, string>();

function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  // Bounded, so that a long-running process does not keep every word it ever saw.
  if (stems.size < 50_000) stems.set(word, stem);
  return stem;
}

/** Words without content of their own. */
const EMPTY: Readonly<Record<Script, ReadonlySet<string>>> = {
  zh: new Set(
    '的了是我们你他她它这那个在就也都和有不人到说要会对能可以很还没上下来去啊吧呢吗嗯呃哦然后因为所以但其实就是什么怎么一',
  ),
  en: new Set([
    ...'a an the and or but if then so of to in on at for with by from as is are was were be been being it this that these those i you he she we they me him her us them my your his our their its do does did have has had will would can could should not no yes yeah um uh okay ok well just like know think mean right really very there here what which who how when where why up out about into over than too also some any all more most one going go get got gonna im its thats dont were youre theyre kind sort lot'
      .split(' ')
      .map(stemOf),
    ...['s', 't', 're', 'm', 've', 'll', 'd', 'disfmark', 'vocalsound', 'pause', 'gap', 'nonvocalsound'],
  ]),
};

export function isEmptyWord(token: string, script: Script): boolean {
  return EMPTY[script].has(token);
}

/** Joins the two tokens of a pair. */
export const PAIR = ' ';

/**
 * The terms that determine the worth of a text: pairs of adjacent characters and Latin words; or stems and pairs of
 * stems. Stop words are left out. Chinese needs no dictionary this way.
 */
export function termsOf(tokens: readonly string[], script: Script): readonly string[] {
  const terms: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (script === 'zh' ? token.length > 1 : !isEmptyWord(token, script)) terms.push(token);
    const next = tokens[index + 1];
    if (next === undefined || (isEmptyWord(token, script) && isEmptyWord(next, script))) continue;
    terms.push(`${token}${PAIR}${next}`);
  }
  return terms;
}

/** Terms for comparing texts: those above, for English without pairs. */
export function topicsOf(tokens: readonly string[], script: Script): readonly string[] {
  if (script === 'zh') return termsOf(tokens, script);
  return tokens.filter((token) => token.length > 1 && !isEmptyWord(token, script));
}
