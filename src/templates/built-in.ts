import audiences from './audiences.yml';
import aim from './catalogue/aim.md';
import classGroup from './catalogue/class.md';
import closing from './catalogue/closing.md';
import communityOfPurpose from './catalogue/community-of-purpose.md';
import family from './catalogue/family.md';
import gathering from './catalogue/gathering.md';
import intent from './catalogue/intent.md';
import nineWhys from './catalogue/nine-whys.md';
import nonprofit from './catalogue/nonprofit.md';
import openSource from './catalogue/open-source.md';
import organisation from './catalogue/organisation.md';
import personal from './catalogue/personal.md';
import product from './catalogue/product.md';
import purposeToPractice from './catalogue/purpose-to-practice.md';
import soThat from './catalogue/so-that.md';
import team from './catalogue/team.md';
import { parseTemplate } from './parse-template';
import { BUILT_IN, type Template } from './template';

/** In display order. */
const CATALOGUE = [
  personal,
  soThat,
  nineWhys,
  team,
  communityOfPurpose,
  openSource,
  organisation,
  product,
  nonprofit,
  family,
  classGroup,
  gathering,
  purposeToPractice,
  aim,
  intent,
  closing,
];

let parsed: readonly Template[] | undefined;

/** The built-in templates, in display order. Parsed on first use. */
export function builtInTemplates(): readonly Template[] {
  parsed ??= CATALOGUE.flatMap((markdown) => parseTemplate(markdown, BUILT_IN).template ?? []);
  return parsed;
}

/** An audience in a few words, with the ids of the templates that suit it, the nearest first. */
export interface Audience {
  readonly label: string;
  readonly detail: string;
  readonly ids: readonly string[];
}

// The build checks that each template exists.
export const AUDIENCES = audiences as readonly Audience[];
