/** Every `*.test.ts` below this folder; esbuild.js makes the module. */
declare module 'all-cases' {}
