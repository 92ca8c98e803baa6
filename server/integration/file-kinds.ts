/** Files that may be attached: extension and content must agree. */
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

interface FileKind {
  extensions: string[];
  /** what the content's own signature says */
  mediaType: string;
}

const KINDS: FileKind[] = [
  { extensions: ['pdf'], mediaType: 'application/pdf' },
  { extensions: ['png'], mediaType: 'image/png' },
  { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  { extensions: ['tif', 'tiff'], mediaType: 'image/tiff' },
  { extensions: ['webp'], mediaType: 'image/webp' },
  {
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { extensions: ['xlsx'], mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { extensions: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text' },
  { extensions: ['ods'], mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  { extensions: ['dwg'], mediaType: 'image/vnd.dwg' },
];

/** For sentences and for `accept` of a file field. */
export const ALLOWED_EXTENSIONS = KINDS.flatMap(({ extensions }) => extensions).join(', ');

/** May a file of this name be attached, as far as its name tells? */
export const isAllowedName = (name: string): boolean => {
  const extension = extname(name).slice(1).toLowerCase();
  return KINDS.some(({ extensions }) => extensions.includes(extension));
};

/** Bytes from the beginning that are enough to tell every kind. */
export const SNIFFED_BYTES = 64 * 1024;

/** The media type of an allowed file; null when its extension is not allowed or its content is something else. */
export async function mediaTypeOf(name: string, beginning: Uint8Array): Promise<string | null> {
  const extension = extname(name).slice(1).toLowerCase();
  const kind = KINDS.find(({ extensions }) => extensions.includes(extension));
  if (!kind) return null;
  const found = await fileTypeFromBuffer(beginning);
  return found?.mime === kind.mediaType ? kind.mediaType : null;
}
