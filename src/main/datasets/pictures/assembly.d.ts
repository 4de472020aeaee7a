/** WebAssembly that AssemblyScript made of a file, see scripts/assembly.mjs. */
declare module '*?assembly' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
