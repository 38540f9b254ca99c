/** Whether everything is tried, in `npm run test:hostile`; `npm test` tries a part. */
export const IS_WHOLE = process.env.HOSTILE === 'all';

/**
 * How often something is tried, or how much of it.
 * @param usual in `npm test`
 * @param whole in `npm run test:hostile`
 */
export function runs(usual: number, whole: number): number {
  return IS_WHOLE ? whole : usual;
}
