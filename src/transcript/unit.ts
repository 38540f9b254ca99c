import { foldText } from '../content/claims/fold.ts';
import { unitOf } from '../content/claims/number-words.ts';
import type { Unit } from '../content/claims/quantity.ts';
import { readSuffix } from './suffix.ts';

const CHINESE = /^(?:[十百千]?[万亿]{1,2}|[百千](?![米克瓦赫卡伏帕分度]))/;

/** The factor that a unit such as 亿, 百万美元, %, `million` or `$M` begins with: 10^0 where it has none. */
export function readUnit(unit: string): Unit {
  const text = foldText(unit)
    .trim()
    .replace(/^[$€£¥]/, '');
  const chinese = CHINESE.exec(text)?.[0] ?? '';
  if (chinese === '') return readSuffix(text, 0, true);
  const scale = [...chinese].reduce((total, char) => total + (unitOf(char) ?? 0), 0);
  return { scale, percent: false };
}
