import type { Platform } from './platform';

export const platform: Platform = { userName: () => '' };
