export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly mono: boolean;
}
export function measureText(text: string, style: TextStyle): number {
  let w = 0;
  for (let i = 0; i < text.length; i++) w += text.charCodeAt(i) > 0x2e80 ? 1 : 0.56;
  return w * style.size;
}
