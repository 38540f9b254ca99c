/** CSS pixels. */
export const PX_PER_MM = 96 / 25.4;
