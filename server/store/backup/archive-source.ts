/** The content of a backup file at any place, whether it lies there as it is or sealed with a passphrase. */
export interface ArchiveSource {
  /** bytes of content */
  size: number;
  /** The bytes from `from` up to and without `to`. @throws Problem `backup.damaged` when sealed ones were changed */
  bytes(from: number, to: number): AsyncIterable<Buffer>;
  close(): Promise<void>;
}
