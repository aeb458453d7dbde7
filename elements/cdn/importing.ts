/** Loads one chunk. The build puts `at` around the address in its `import()`, which says where to look this time. */
export type Importing<Chunk> = (at: (path: string) => string) => Promise<Chunk>;
