/** The earliest time that a zip archive can tell: the same content gives the same bytes. */
export const ZIP_EPOCH = new Date(1980, 0, 1);
