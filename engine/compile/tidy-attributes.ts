/** XML allows blanks around the equals sign of an attribute; the XML reader does not. */

/** comments and CDATA, which stay, and tags */
const PARTS =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[\w.:-]+(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/g;
const ATTRIBUTES = /([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The file with every `name = "value"` of its tags as `name="value"`; the values stay as they are. */
export function tidyAttributes(xml: string): string {
  return xml.replace(PARTS, (part) => (part.startsWith('<!') ? part : part.replace(ATTRIBUTES, '$1=$2')));
}
