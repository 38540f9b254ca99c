import { expect, test } from 'vitest';
import { markArtifacts } from '../../../src/print/pdf/finish-pdf.ts';

const tagged = '/P <</MCID 0 >>BDC\nBT <41> Tj ET\nEMC';

test('what is drawn before, between and after marked content is an artifact', () => {
  expect(markArtifacts(`0 0 9 9 re f\n${tagged}\n/X1 Do\n/H1 <</MCID 1 >>BDC\nq Q\nEMC\n1 1 m S`)).toBe(
    `\n/Artifact BMC\n0 0 9 9 re f\nEMC\n\n${tagged}\n/Artifact BMC\n/X1 Do\nEMC\n\n/H1 <</MCID 1 >>BDC\nq Q\nEMC\n/Artifact BMC\n1 1 m S\nEMC\n`,
  );
});

test('a stream without any marks is one artifact', () => {
  expect(markArtifacts('BT (a) Tj ET')).toBe('\n/Artifact BMC\nBT (a) Tj ET\nEMC\n');
});

test.each([
  ['all is tagged', `q\n${tagged}\nQ`],
  ['nothing is painted', `q 1 0 0 1 0 0 cm 0 0 9 9 re W n\n${tagged}\nQ`],
  ['marks stand within marks', '/P <</MCID 0 >>BDC\n/Span BMC 0 0 9 9 re f EMC\n0 0 9 9 re f\nEMC'],
  ['an operator stands in a string', `${tagged}\n(f Do EMC (S) \\) BDC) pop`],
  ['an operator stands in a comment', `${tagged}\n% 0 0 9 9 re f\n`],
  ['a name looks like an operator', `${tagged}\n/Do /f gs`],
  ['it would begin within a text', 'BT\n/P <</MCID 0 >>BDC <41> Tj EMC <42> Tj ET'],
  ['bytes of a picture stand in it', `BI /W 1 ID f EI\n0 0 9 9 re f\n${tagged}`],
])('nothing changes where %s', (_, drawing) => {
  expect(markArtifacts(drawing)).toBe(drawing);
});
