/** Where the picture of a slide goes: relative to the root, with forward slashes. */
export function picturePath({ slug, slide }: { readonly slug: string; readonly slide: number }): string {
  return `out/audit/${slug}-${String(slide).padStart(2, '0')}.png`;
}
