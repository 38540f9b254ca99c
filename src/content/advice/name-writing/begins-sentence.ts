/** Whether a word begins a sentence or a line, where any word may have a capital. */
export function beginsSentence(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && OPENERS.test(text.charAt(before))) before -= 1;
  return before < 0 || ENDS.includes(text.charAt(before));
}

const OPENERS = /[ \t\u00A0\u3000"'\u201C\u201D\u2018\u2019\u00AB\u300A\u300C\u300E([\uFF08]/;
const ENDS = '.!?\u2026:;\u3002\uFF01\uFF1F\uFF1A\uFF1B\n\uFFFC\u2014\u2013';
