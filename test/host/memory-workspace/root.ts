/** The folder that web hosts open: it lives in memory, so nothing can quietly count on a disk. */
export const memoryRoot = 'purpose-memory:/workspace';
