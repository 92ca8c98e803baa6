/** Ids as tools and people write them - `1A`, `Bước 1`, `{3F2504E0}` - made such as the XML reader takes. */

/** What the reader takes for an id. */
const LEGAL = /^([a-z][\w.-]*:)?[a-z_][\w.-]*$/i;
const IDS = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** comments and CDATA, which stay; tags; and the text of an element that names another */
const PARTS =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(?:[\w.-]+:)?(?:incoming|outgoing|source|target|\w+Refs?)(?:\s[^<>]*)?>([^<>]*)<\/|<[\w.:-]+(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/g;
const REFERENCES = /(\s(?:id|default|bpmnElement|\w+Ref)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

export interface LegalIds {
  xml: string;
  /** the id as the file has it, by the one that stands in for it */
  originals: Map<string, string>;
}

/** The file with legal ids in the places of others, references included. */
export function legalIds(xml: string): LegalIds {
  const standIns = new Map<string, string>();
  const originals = new Map<string, string>();
  for (const [, double, single] of xml.matchAll(IDS)) {
    const id = (double ?? single)!;
    if (id.trim() === '' || LEGAL.test(id) || standIns.has(id)) continue;
    const standIn = `illegal-id-${originals.size + 1}`;
    standIns.set(id, standIn);
    originals.set(standIn, id);
  }
  if (standIns.size === 0) return { xml, originals };
  const text = xml.replace(PARTS, (part, inner: string | undefined) => {
    if (part.startsWith('<!')) return part;
    const known = inner === undefined ? undefined : standIns.get(inner.trim());
    const replaced = known ? part.replace(/>[^<>]*<\/$/, `>${known}</`) : part;
    return replaced.replace(REFERENCES, (whole, head: string, double?: string, single?: string) => {
      const standIn = standIns.get((double ?? single)!);
      return standIn ? `${head}"${standIn}"` : whole;
    });
  });
  return { xml: text, originals };
}
