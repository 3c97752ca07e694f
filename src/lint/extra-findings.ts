import type { PurposeDocument } from '../statement/document';
import { directivesIn, silencedAnywhere, silencer } from './directives';
import type { ExtraFinding, Finding, PlacedDraft } from './finding';
import { findingContent } from './finding-content';
import type { Policy } from './policy';
import type { Directive } from './read-directive';

/** A draft with its rule and severity, as a finding. */
export function toFinding(
  draft: PlacedDraft,
  rule: Finding['rule'],
  severity: Finding['severity'],
  text: string,
): Finding {
  const { start, end, related } = draft;
  const content = findingContent(draft, rule, severity, text.slice(start.offset, end.offset));
  return { ...content, start, end, ...(related && { related }) };
}

/** Findings from other sources, with the severities of a policy; rules that are off are left out. */
export function extraFindings(
  document: PurposeDocument,
  extra: readonly ExtraFinding[],
  policy: Policy,
  directives: readonly Directive[],
): readonly Finding[] {
  if (extra.length === 0) return [];
  const { text } = document;
  const frontEnd = document.frontMatter.range?.end.offset ?? 0;
  const silenced = silencedAnywhere(directives);
  return extra.flatMap((one) => {
    const severity = policy.severity(one.rule);
    // No comment can precede front matter, so a finding in it can be silenced by name from anywhere in the file.
    if (!severity || (one.start.offset < frontEnd && silenced.has(one.rule))) return [];
    return [toFinding(one, one.rule, severity, text)];
  });
}

/** The same for a Markdown file that is not linted, with its suppression comments applied. */
export function findingsUnder(
  policy: Policy,
  document: PurposeDocument,
  extra: readonly ExtraFinding[],
): readonly Finding[] {
  const directives = directivesIn(document);
  const silenced = silencer(directives);
  return extraFindings(document, extra, policy, directives).filter(
    ({ rule, start }) => !silenced(rule, start.offset),
  );
}
