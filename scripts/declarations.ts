import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { writeChanged } from './write-changed.ts';

const ERRORS = /^export \{ CliError \} from '.*';\n/m;

/** The types of src/index.ts as a single file without imports. Nothing else of the sources is exposed. */
export function writeDeclarations(): void {
  const index = declarationsOf('index.ts');
  if (!ERRORS.test(index) || /^(?:import|export) .* from /m.test(index.replace(ERRORS, ''))) {
    throw new Error('src/index.ts is to take its types from no other module but the errors.');
  }
  const text = index.replace(ERRORS, () => declarationsOf('base/errors.ts'));
  writeChanged(fileURLToPath(new URL('../dist/index.d.ts', import.meta.url)), text);
}

function declarationsOf(file: string): string {
  const url = new URL(`../src/${file}`, import.meta.url);
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(url, 'utf8'), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      isolatedDeclarations: true,
      strict: true,
      stripInternal: true,
    },
  });
  const [problem] = diagnostics;
  if (problem) {
    throw new Error(`src/${file}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`);
  }
  return outputText;
}
