/** The largest purpose file that is read, in bytes: about 600,000 words. */
export const LARGEST_FILE = 4 * 1024 * 1024;

/** The largest file that is read at all, in bytes: far above any real text. */
export const LARGEST_READ = 64 * 1024 * 1024;

/** The largest Markdown file that is searched for copies, in bytes: far above any real text. */
export const LARGEST_FILE_WITH_COPIES = 64 * 1024 * 1024;
