import type { Script } from '../../content/claims/words.ts';

/** Occur near the point of a talk; English ones are stems. */
export const CUES: Readonly<Record<Script, readonly string[]>> = {
  zh: '首先 其次 第一 第二 第三 最后 总结 重要 关键 核心 我认为 我觉得 因为 所以 未来 问题 需要 应该 总的来说 希望 发展 主要 目前 我们做'.split(
    ' ',
  ),
  en: 'becaus propos should need import decid agre problem consensu therefor main requir stage support conclus goal option'.split(
    ' ',
  ),
};

/** Occur in greetings, thanks and remarks about the event; English ones are stems. */
export const FILLERS: Readonly<Record<Script, readonly string[]>> = {
  zh: '谢谢 大家好 有请 欢迎 嘉宾 掌声 好的 介绍一下 主持 各位 时间 请问 吗 呢 什么'.split(' '),
  en: 'thank hello hi slide screen yeah queue sorri welcom bye pleas hear'.split(' '),
};

/** How many of `phrases` occur in a text. */
export function holdsAny(tokens: readonly string[], phrases: readonly string[], script: Script): number {
  if (script === 'en') return phrases.filter((phrase) => tokens.includes(phrase)).length;
  const text = tokens.join('');
  return phrases.filter((phrase) => text.includes(phrase)).length;
}
