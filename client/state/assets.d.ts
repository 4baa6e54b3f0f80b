declare module '*.bin.gz?url' {
  /** Address of the packed file. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: Vite gives an asset's address as the default export
  export default address;
}
