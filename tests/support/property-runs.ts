/** How often a property is tried. Mutation tests try it less often, and always on the same values. */
import fc from 'fast-check';

const most = process.env['MOTCUA_PROPERTY_RUNS'];
if (most !== undefined) fc.configureGlobal({ seed: 1 });

export const runs = (usual: number): number => Math.min(usual, Number(most ?? usual));
