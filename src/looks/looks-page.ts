import { join } from 'node:path';
import { CliError, wording } from '../base/errors.ts';
import { type Finding, reportWords, toMessage } from '../findings/finding.ts';
import { readTemplates } from '../render/strict-templates.ts';
import { Html } from '../site/html.ts';
import { htmlTemplates } from '../site/html-templates.ts';
import type { Sample } from './choose-slides.ts';
import type { DressedMeetup } from './dress.ts';
import { type LooksWords, looksWords } from './looks-words.ts';

/** A look, with slides of the meetup. */
export interface ShownLook extends Pick<DressedMeetup, 'name' | 'isChosen' | 'dropsColors'> {
  /** Per sample; null if it is not alone on a slide in this look. */
  readonly pictures: readonly (Uint8Array | null)[];
  /** Problems of those slides; if there are none, what keeps the meetup from using this look. */
  readonly findings: readonly Finding[];
}

interface Looks {
  /** Title of the meetup. */
  readonly title: string;
  readonly samples: readonly Sample[];
  readonly looks: readonly ShownLook[];
}

/**
 * One HTML file with embedded pictures, in the language of messages. It runs nothing and makes no requests.
 * @param folders of templates
 * @throws CliError if a template is broken
 */
export function looksPage({ title, samples, looks }: Looks, folders: readonly string[]): string {
  const own = folders.map((folder) => join(folder, 'looks'));
  const sources = readTemplates(own, [''], '.html.hbs');
  const styles = readTemplates(own, [''], '.css').get('looks')?.text;
  if (styles === undefined) throw new CliError(wording`There is no template ${'looks'}/${'looks'}.css.`);
  const render = htmlTemplates(sources, 'looks', wording`The values are in src/looks/looks-page.ts.`);
  const words = looksWords(reportWords().lang);
  return render('looks', {
    lang: reportWords().lang,
    heading: words.heading(title),
    intro: words.intro,
    sideBySide: words.sideBySide,
    chosenNow: words.chosenNow,
    styles: Html.rendered(styles),
    looks: looks.map((look) => lookView(look, words)),
    rows: samples.map((sample, index) => ({
      name: words.samples[sample.name],
      source: `${sample.slide.origin.file}:${sample.slide.origin.line}`,
      cells: looks.map(({ name, pictures }) => {
        const png = pictures[index];
        return {
          look: name,
          src: png ? `data:image/png;base64,${Buffer.from(png).toString('base64')}` : null,
          alt: `${words.samples[sample.name]}: ${words.names[name]}`,
          lack: pictures.length === 0 ? words.notYet : words.notAlone,
        };
      }),
    })),
  }).toHTML();
}

function lookView({ name, isChosen, dropsColors, pictures, findings }: ShownLook, words: LooksWords) {
  return {
    name,
    label: words.names[name],
    about: words.about[name],
    setting: name === 'own' ? 'templates/theme/' : `theme: ${name}`,
    isChosen,
    remarks: [
      ...(dropsColors ? [words.dropsColors] : []),
      ...(pictures.length === 0 ? [words.toChange] : []),
      ...findings.map(lineOf),
    ],
  };
}

function lineOf(found: Finding): string {
  return `${found.file}:${found.at.line} ${toMessage(found).what}`;
}
