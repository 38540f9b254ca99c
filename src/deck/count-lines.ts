import { measureText, type TextStyle } from './measure-text.ts';
export function countLines(text: string, style: TextStyle, width: number): number {
  return Math.max(1, Math.ceil(measureText(text, style) / width));
}
