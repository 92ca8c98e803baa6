/**
 * The store port: documents in collections with declared indexes, and one atomic, versioned write.
 * Nothing above it knows which adapter runs.
 */

export type Scalar = string | number | boolean | null;

/** A path into the document, dots between keys (`clock.dueAt`). A path through an array means "any element". */
export type Path = string;

export interface IndexSpec {
  /** unique within the collection; named in a duplicate's error */
  name: string;
  fields: Path[];
  /** two documents may not hold the same values; documents that lack a field are not held to it */
  unique?: boolean;
  /** `true`: the (single) field is an array and every element is indexed */
  many?: boolean;
  /**
   * Of a plain index whose first field most documents lack after a while (what waits, and is done one day): the adapter may
   * leave these out, and serves from it only queries that ask for a value there.
   */
  sparse?: boolean;
}

/** What a capability declares once in its `records.ts`. */
export interface CollectionSpec<T extends object> {
  name: string;
  indexes: IndexSpec[];
  /**
   * What a sharded cluster spreads it by, hashed: its id, or a field that never changes. Absent: it is small, or
   * holds a unique value that only one shard can watch over, and stays whole. See docs/how-to/mongodb.md.
   */
  shardKey?: 'id' | Path;
  /**
   * Top-level fields that a document is given at first and hardly ever afterwards: the adapter may keep them apart, so that a
   * rewrite need not write them again. They are replaced as a whole, never changed in place; no index stands on them and
   * no query asks for them.
   */
  apart?: string[];
  /** type carrier only; never set */
  readonly document?: T;
}

/** A document with its id and the version that guards its replacement (1 when inserted, then +1 a write). */
export interface Stored<T extends object> {
  id: string;
  version: number;
  doc: T;
}

export type Condition =
  | Scalar
  | { in: Scalar[] }
  | { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar }
  | { prefix: string }
  | { exists: boolean }
  | { not: Scalar };

/**
 * Every path must match, and at least one of `anyOf` when given.
 *
 * - Null and missing are one: `null` matches both, `{ exists: true }` neither.
 * - `not` matches what `=` does not, the missing too; through an array: no element equals.
 * - Ranges and prefixes compare within a type (a number is never below a string); strings by code point.
 * - A range without bounds, and a path whose condition is `undefined`, ask nothing.
 * - Through an array one and the same element must meet the condition.
 */
export interface Filter {
  where?: { [path: Path]: Condition | undefined };
  anyOf?: Filter[];
}

export interface Query extends Filter {
  /** the fields of a declared index, or a prefix of them; ties are broken by id, so a cursor never skips */
  sort?: { field: Path; direction: 'asc' | 'desc' }[];
  /** 1..1000; 100 when absent */
  limit?: number;
  /** opaque, from the `next` of the page before; refused with another query's */
  cursor?: string;
}

export interface Page<T extends object> {
  items: Stored<T>[];
  /** absent on the last page */
  next?: string;
}

export interface Collection<T extends object> {
  readonly name: string;
  get(id: string): Promise<Stored<T> | null>;
  /** those that exist, in the order asked */
  getMany(ids: string[]): Promise<Stored<T>[]>;
  find(query: Query): Promise<Page<T>>;
  /** counts matches; stops at `atMost` when given, so that a badge never scans a million */
  count(filter: Filter, options?: { atMost?: number }): Promise<number>;
}

export type Write =
  | { op: 'insert'; collection: string; id: string; doc: object }
  /** refused when the stored version differs from `version` */
  | { op: 'replace'; collection: string; id: string; version: number; doc: object }
  /** inserts, or replaces whatever is there: for what another document of the same commit guards */
  | { op: 'put'; collection: string; id: string; doc: object }
  /** `version` absent: whatever it is now; a missing document is no error then */
  | { op: 'delete'; collection: string; id: string; version?: number };

/** A commit that also takes numbers from gap-free sequences. */
export interface NumberedCommit {
  /** sequence keys, each taken once; the numbers start at 1 and have neither gap nor double */
  take: string[];
  /** pure: may be called again when the transaction is retried. Gets the number taken for each key */
  writes: (numbers: Record<string, number>) => Write[];
}

export interface Store {
  /** The handle of a declared collection; creates or widens it and its indexes on first use. */
  collection<T extends object>(spec: CollectionSpec<T>): Collection<T>;
  /**
   * All writes or none, durable when it resolves.
   * @throws StoreConflict when a guard fails (somebody else wrote first)
   * @throws DuplicateKey when an id or a unique index is taken
   * @throws StoreUnavailable when the disk or the database refuses; nothing is written then. One exception: a
   *   database that was lost while it acknowledged (`unreachable`) has written all or nothing
   */
  commit(commit: Write[] | NumberedCommit): Promise<void>;
  /** Last number given by a sequence, 0 when none. */
  sequence(key: string): Promise<number>;
  /** Resolves when a trivial read answers; rejects with the reason when the store cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A guarded document changed or vanished since it was read. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';
  readonly collection: string;
  readonly id: string;
  constructor(collection: string, id: string) {
    super(`${collection}/${id} was changed by somebody else`);
    this.collection = collection;
    this.id = id;
  }
}

/** An insert or replacement collides with an id (`index` is `id`) or a unique index. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  readonly collection: string;
  readonly index: string;
  constructor(collection: string, index: string) {
    super(`${collection}: ${index} is taken`);
    this.collection = collection;
    this.index = index;
  }
}

/** The disk or the database server does not let the store work; what was asked is not done. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: 'full' | 'read-only' | 'corrupt' | 'unreachable' | 'closed';
  constructor(reason: StoreUnavailable['reason'], cause?: unknown) {
    super(`the store is ${reason}${cause instanceof Error ? `: ${cause.message}` : ''}`, { cause });
    this.reason = reason;
  }
}
