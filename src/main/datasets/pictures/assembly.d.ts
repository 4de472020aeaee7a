/** WebAssembly that AssemblyScript made of a file, see scripts/assembly.mjs. */
declare module '*?assembly' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The path of a file that a package brings along, see scripts/package-file.mjs. */
declare module '*?file' {
  const path: string;
  export default path;
}
