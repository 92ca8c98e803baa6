/** Word forms: a .docx with tags, checked when it comes in, filled by docxtemplater with the data of a paper. */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { isInCatalogue } from '../../../templates/catalogue.ts';
import type { PaperParts } from '../../../templates/complete-paper.ts';
import { completePaper } from '../../../templates/complete-paper.ts';
import { parseTag, tagValue } from './tag-parser.ts';

/** What unpacked may take: a small file can hold gigabytes. */
const UNPACKED_LIMIT = 30_000_000;

/** One thing that is wrong with a form, and the tag it is about. */
export interface WordFormFault {
  code:
    | 'word-form.not-word'
    | 'word-form.too-large'
    | 'word-form.unclosed-tag'
    | 'word-form.unclosed-loop'
    | 'word-form.bad-tag'
    | 'word-form.unknown-name'
    | 'word-form.unfit';
  tag: string;
}

/** Every fault of a form; none when it can be filled. Never throws. @param options.unpackedLimit bytes */
export function checkWordForm(
  bytes: Uint8Array,
  { unpackedLimit = UNPACKED_LIMIT }: { unpackedLimit?: number } = {},
): WordFormFault[] {
  const zip = unzipped(bytes);
  if (!zip?.file('word/document.xml')) return [{ code: 'word-form.not-word', tag: '' }];
  if (unpackedSize(zip) > unpackedLimit) return [{ code: 'word-form.too-large', tag: '' }];
  const collector = partCollector();
  const faults = compileFaults(() => open(zip, [collector.module]));
  return faults.length > 0 ? faults : tagFaults(collector.parts(), []);
}

/** @throws Error when the form was not checked before */
export function fillWordForm(bytes: Uint8Array, data: PaperParts): Uint8Array {
  const form = open(new PizZip(bytes), []);
  form.render(completePaper(data));
  return form.toBuffer();
}

const open = (zip: PizZip, modules: object[]): Docxtemplater =>
  new Docxtemplater(zip, {
    modules: modules as never,
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
    parser: (tag) => ({ get: (scope) => tagValue(tag, scope) }),
    errorLogging: false,
  });

function unzipped(bytes: Uint8Array): PizZip | undefined {
  try {
    return new PizZip(bytes);
  } catch {
    return undefined;
  }
}

/** As the archive itself says, before anything is unpacked. */
const unpackedSize = ({ files }: PizZip): number =>
  Object.values(files).reduce((sum, file) => {
    // folders hold nothing
    const { _data: entry } = file as unknown as { _data: { uncompressedSize?: number } | null };
    return sum + (entry?.uncompressedSize ?? 0);
  }, 0);

/** What docxtemplater finds, as faults of ours. */
const FAULTS: Record<string, WordFormFault['code']> = {
  unopened_tag: 'word-form.unclosed-tag',
  unclosed_tag: 'word-form.unclosed-tag',
  duplicate_open_tag: 'word-form.unclosed-tag',
  duplicate_close_tag: 'word-form.unclosed-tag',
  unopened_loop: 'word-form.unclosed-loop',
  unclosed_loop: 'word-form.unclosed-loop',
  closing_tag_does_not_match_opening_tag: 'word-form.unclosed-loop',
};

interface TemplateFault {
  properties?: { id?: string; xtag?: string; openingtag?: string; errors?: TemplateFault[] };
}

function compileFaults(compile: () => unknown): WordFormFault[] {
  try {
    compile();
    return [];
  } catch (error) {
    const { properties = {} } = error as TemplateFault;
    return (properties.errors ?? [error as TemplateFault]).map(({ properties: of = {} }) => ({
      code: FAULTS[of.id ?? ''] ?? 'word-form.unfit',
      tag: of.xtag ?? of.openingtag ?? '',
    }));
  }
}

/** A piece of a form as docxtemplater has read it. */
interface Part {
  type: string;
  value: string;
  /** what reads it: `loop`; plain tags have none */
  module?: string;
  /** the inside of a loop */
  subparsed?: Part[];
}

/** docxtemplater tells its modules what it has read; this one keeps it. */
function partCollector() {
  const read: Part[][] = [];
  return {
    module: {
      name: 'part-collector',
      set: ({ inspect }: { inspect?: { postparsed?: Part[] } }) => {
        if (inspect?.postparsed) read.push(inspect.postparsed);
      },
    },
    parts: () => read.flat(),
  };
}

/** @param lists the loops around, outermost first */
function tagFaults(parts: Part[], lists: string[]): WordFormFault[] {
  return parts
    .filter(({ type }) => type === 'placeholder')
    .flatMap(({ value, module, subparsed }) => {
      const parsed = module === undefined || module === 'loop' ? parseTag(value) : undefined;
      // Raw XML among them: a form says where data go, never how the document is built.
      if (!parsed) return [{ code: 'word-form.bad-tag' as const, tag: value }];
      if (!parsed.paths.every((path) => isKnown(path, lists)))
        return [{ code: 'word-form.unknown-name' as const, tag: value }];
      return tagFaults(subparsed ?? [], [...lists, parsed.paths[0]!]);
    });
}

/** Named from the top, or from an item of a list around it. */
const isKnown = (path: string, lists: string[]): boolean =>
  path === '.' || isInCatalogue(path) || lists.some((list) => isInCatalogue(`${list}[].${path}`));
