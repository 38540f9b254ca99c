import type { Product } from '../print/types.ts';
import type { ExportPlan } from './plan.ts';

/** What was asked for, as one would type it: `ada --pdf --png --scale 2`. */
export function describePlan({ names, products }: Pick<ExportPlan, 'names' | 'products'>): string {
  return [...names, ...products.map(flagOf)].join(' ');
}

function flagOf(product: Product): string {
  switch (product.kind) {
    case 'pdf':
      return product.clicks ? '--clicks' : '--pdf';
    case 'handout':
      return `--handout --per-page ${product.perPage}`;
    case 'png':
      return `--png --scale ${product.scale}`;
    default:
      return `--${product.kind}`;
  }
}
