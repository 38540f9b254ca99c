import { builtInLook, type Project } from '../base/project.ts';
import { type Compilation, type Compiled, compileInLook } from '../build/compile.ts';
import { THEMES, type ThemeName } from '../content/summary/meetup.ts';
import type { Finding } from '../findings/finding.ts';

/** The meetup in one look. */
export interface DressedMeetup {
  /** `own` is the theme in the meetup's folder. */
  readonly name: ThemeName | 'own';
  readonly isChosen: boolean;
  readonly project: Project;
  /** Null if the summaries do not fit it as they are. */
  readonly value: Compilation | null;
  readonly findings: readonly Finding[];
  /** Whether colours in the summaries are unreadable in it, so that its own are used. */
  readonly dropsColors: boolean;
}

/** The meetup in every look: its own theme, if there is one, and the built-in ones. */
export function dressMeetup(project: Project, chosen: Compiled): readonly DressedMeetup[] {
  const { theme } = chosen.meetup.event.look;
  const { value, findings } = chosen;
  const asIs = { isChosen: true, project, value, findings, dropsColors: false };
  const builtIn = builtInLook(project);
  const hasOwn = builtIn.themeFolder !== project.themeFolder;
  const ofTalkdeck = THEMES.map((name): DressedMeetup => {
    if (name === theme && !hasOwn) return { name, ...asIs };
    return { name, isChosen: false, project: builtIn, ...dress(builtIn, name) };
  });
  return hasOwn ? [{ name: 'own', ...asIs }, ...ofTalkdeck] : ofTalkdeck;
}

function dress(
  project: Project,
  theme: ThemeName,
): Pick<DressedMeetup, 'value' | 'findings' | 'dropsColors'> {
  const { value, findings } = compileInLook(project, { theme, keepsColors: true });
  const isFaint = ({ code }: Finding) => code === 'low-contrast';
  if (value || !findings.some(isFaint)) return { value, findings, dropsColors: false };
  return { ...compileInLook(project, { theme, keepsColors: false }), dropsColors: true };
}
