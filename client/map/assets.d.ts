declare module '*?worker&url' {
  /** Address of the built worker script. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: Vite gives an asset's address as the default export
  export default address;
}

declare module '*.woff2?url' {
  /** Address of the font file. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: Vite gives an asset's address as the default export
  export default address;
}
