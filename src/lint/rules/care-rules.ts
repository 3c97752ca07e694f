import { defineCareRule } from '../rule';

export const reviewOverdue = defineCareRule({
  id: 'review-overdue',
  level: 'warning',
  title: 'Review overdue',
  summary: 'a purpose without a review for longer than its `review:` allows',
});

export const ratifiedExpired = defineCareRule({
  id: 'ratified-expired',
  level: 'warning',
  title: 'Ratification expired',
  summary: 'a ratified statement whose term has ended',
});

export const staleCopy = defineCareRule({
  id: 'stale-copy',
  level: 'warning',
  title: 'Stale copy',
  summary: 'a shared copy that differs from its purpose file, or markers that do not form a copy',
  traits: { dependsOnFiles: true },
});

export const brokenLink = defineCareRule({
  id: 'broken-link',
  level: 'warning',
  title: 'Broken link',
  summary: '`serves:` that leads nowhere, or in a loop',
  traits: { dependsOnFiles: true },
});
