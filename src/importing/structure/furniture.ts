import type { Piece } from '../formats/format.ts';

/** A line that comes so often is no speech. */
const CAPTION_TIMES = 3;
const CAPTION_CHARACTERS = 6;
/** What stands behind an article. */
const FOOTER =
  /^(?:[—\-–\s]*END[—\-–\s]*|（?完）?|QQ[:：]|VX[:：]|微信(?:号)?[:：]|来源[:：]|声明[:：]|责任编辑|上一篇|下一篇|相关推荐|相关阅读|如无法入群|点击[“"]?阅读原文|扫码|长按识别|Transcribed by)/i;
/** What stands above one. */
const HEADER = /^(?:点击(?:上方)?蓝字.*|关注我们.*|GitHub\s*[:：]\s*https?:.*)$/i;

/** Parts what is said from what a page puts around it: captions of pictures, what stands above and below an article. */
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

/** The first piece of the footer: nobody has a label behind it. */
function footerAt(pieces: readonly Piece[]): number {
  const lastLabel = pieces.findLastIndex(({ label }) => label !== null && !FOOTER.test(`${label}:`));
  const at = pieces.findIndex(
    (piece, index) => index > lastLabel && isBare(piece) && FOOTER.test(piece.text),
  );
  // In a text without labels, a line in the middle may begin so.
  return at < 0 || (lastLabel < 0 && at < pieces.length * 0.6) ? pieces.length : at;
}
