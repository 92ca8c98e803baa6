/** The part of pngjs that tests use; it brings no types. */
declare module 'pngjs' {
  export const PNG: { sync: { read: (bytes: Buffer) => { data: Buffer; width: number; height: number } } };
}
