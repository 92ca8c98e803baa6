/** The text of a Word file as it stands inside it. */
import PizZip from 'pizzip';

/** Characters; a document of more than this unpacked is neither a form nor a decision. */
const MOST_CHARACTERS = 40_000_000;

/** @throws Error when the file is no Word document, or unpacks to more than one holds */
export function documentXml(file: ArrayBuffer): string {
  const document = new PizZip(file).file('word/document.xml');
  if (!document) throw new Error('no word/document.xml');
  const xml = document.asText();
  if (xml.length > MOST_CHARACTERS) throw new Error('too large');
  return xml;
}
