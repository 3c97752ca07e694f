/** Exit codes of every command. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;
