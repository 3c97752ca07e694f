declare module '*.yml' {
  const data: unknown;
  export default data;
}

declare module '*.yaml' {
  const data: unknown;
  export default data;
}

declare module '*.md' {
  const text: string;
  export default text;
}

declare module '*.bin' {
  const bytes: Uint8Array;
  export default bytes;
}
