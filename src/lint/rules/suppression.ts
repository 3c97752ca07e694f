/** What is said of a comment that starts like ours but cannot be carried out. */
export const SUPPRESSION = {
  note: 'Write `<!-- purpose ignore RULE: reason -->` for the next block, or `disable RULE` and `enable RULE` around a stretch; without a rule all of them are meant.',
} as const;
