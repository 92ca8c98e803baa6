/** Libraries of the drawing board that bring no types. */
declare module 'diagram-js-minimap' {
  const minimapModule: object;
  export default minimapModule;
}
