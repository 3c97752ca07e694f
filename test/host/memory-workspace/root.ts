/** The folder that web hosts open. It is in memory, so that no test can depend on a disk. */
export const memoryRoot = 'purpose-memory:/workspace';
