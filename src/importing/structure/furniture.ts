import type { Piece } from '../formats/format.ts';

/** A line repeated this often is not speech. */
const CAPTION_TIMES = 3;
const CAPTION_CHARACTERS = 6;
/** Lines below an article. */
const FOOTER =
  /^(?:[—\-–\s]*END[—\-–\s]*|（?完）?|QQ[:：]|VX[:：]|微信(?:号)?[:：]|来源[:：]|声明[:：]|责任编辑|上一篇|下一篇|相关推荐|相关阅读|如无法入群|点击[“"]?阅读原文|扫码|长按识别|Transcribed by)/i;
/** Lines above an article. */
const HEADER = /^(?:点击(?:上方)?蓝字.*|关注我们.*|GitHub\s*[:：]\s*https?:.*)$/i;

/** Marks what a page puts around speech: picture captions, and lines above and below the article. */
export function markFurniture(pieces: readonly Piece[]): readonly Piece[] {
  const times = new Map<string, number>();
  for (const piece of pieces) if (isBare(piece)) times.set(piece.text, (times.get(piece.text) ?? 0) + 1);
  const footer = footerAt(pieces);
  return pieces.map((piece, at) => {
    if (at >= footer || (isBare(piece) && HEADER.test(piece.text)))
      return { ...piece, kind: 'matter' as const };
    const isCaption = piece.text.length > CAPTION_CHARACTERS && (times.get(piece.text) ?? 0) >= CAPTION_TIMES;
    return isBare(piece) && isCaption ? { ...piece, kind: 'caption' as const } : piece;
  });
}

function isBare({ kind, label }: Piece): boolean {
  return kind === 'speech' && label === null;
}

/** Index of the first piece of the footer, after the last label. */
function footerAt(pieces: readonly Piece[]): number {
  const lastLabel = pieces.findLastIndex(({ label }) => label !== null && !FOOTER.test(`${label}:`));
  const at = pieces.findIndex(
    (piece, index) => index > lastLabel && isBare(piece) && FOOTER.test(piece.text),
  );
  // In a text without labels, a line in the middle may look like a footer.
  return at < 0 || (lastLabel < 0 && at < pieces.length * 0.6) ? pieces.length : at;
}
