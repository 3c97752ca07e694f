import classGroup from './catalogue/class.md';
import communityOfPurpose from './catalogue/community-of-purpose.md';
import family from './catalogue/family.md';
import gathering from './catalogue/gathering.md';
import nonprofit from './catalogue/nonprofit.md';
import openSource from './catalogue/open-source.md';
import organisation from './catalogue/organisation.md';
import personal from './catalogue/personal.md';
import pivot from './catalogue/pivot.md';
import product from './catalogue/product.md';
import reaffirmation from './catalogue/reaffirmation.md';
import rediscovery from './catalogue/rediscovery.md';
import soThat from './catalogue/so-that.md';
import team from './catalogue/team.md';
import { parseTemplate } from './parse-template';
import { BUILT_IN, type Template } from './template';

/** In the order in which they are offered. */
const CATALOGUE = [
  personal,
  soThat,
  team,
  communityOfPurpose,
  openSource,
  organisation,
  product,
  nonprofit,
  family,
  classGroup,
  gathering,
  rediscovery,
  reaffirmation,
  pivot,
];

let parsed: readonly Template[] | undefined;

/** The templates that come with the product, in the order in which they are offered. Parsed on first use. */
export function builtInTemplates(): readonly Template[] {
  parsed ??= CATALOGUE.flatMap((markdown) => parseTemplate(markdown, BUILT_IN).template ?? []);
  return parsed;
}
