import type { GitBox } from './git-box';

export const A = 'We mend bicycles with children in Leith.';
const B = 'We mend bicycles with children and parents in Leith.';

export const purposeText = (statement: string, below = 'More.') => `# Bikes\n\n> ${statement}\n\n${below}\n`;

/** A purpose that began under another name: four commits, two of which changed its statement. */
export function grown(box: GitBox, below: string, name = 'team.purpose.md'): void {
  box.init(below);
  box.write(`${below}/mission.md`, purposeText(A));
  box.commit('Begin', below);
  box.write(`${below}/mission.md`, purposeText(A, 'Much more.'));
  box.commit('Tell more', below);
  box.git(['mv', 'mission.md', name], below);
  box.commit('Rename', below);
  box.write(`${below}/${name}`, purposeText(B, 'Much more.'));
  box.commit('Add parents', below);
}
