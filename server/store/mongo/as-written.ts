/** What the driver must be told for documents to come back as they were written. */
import type { mongo } from 'mongoose';

/**
 * For every collection of documents: the driver looks their fields up in an object of options, and by its own `{}` gives
 * the elements of a list named `constructor` or `toString` back as bytes.
 */
export const AS_WRITTEN: mongo.CollectionOptions = { fieldsAsRaw: Object.create(null) };
