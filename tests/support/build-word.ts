/** A .docx from a few paragraphs, as an office's own form would be. */
import { Document, Packer, Paragraph } from 'docx';

export const buildWord = (...paragraphs: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
