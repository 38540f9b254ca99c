/** Every character, including lone surrogates, that matches `isMeant`. */
export function everyCharacter(isMeant: RegExp): readonly string[] {
  const found: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    if (isMeant.test(character)) found.push(character);
  }
  return found;
}
