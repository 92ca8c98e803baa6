/** Libraries of the drawing board that bring no types. */
declare module 'diagram-js-minimap' {
  const minimapModule: { __init__: string[] };
  export default minimapModule;
}
