/** Numbers that the law wants without gaps: dossier codes, ledgers, the books of papers (R055, R067). */
import { documentBook } from '../documents/issue-document.ts';
import { documentSpec } from '../documents/records.ts';
import { dossierSpec } from '../dossiers/records.ts';
import { firstBreak } from './dossier-invariants.ts';
import { everything, type Finding, type Readable } from './finding.ts';

/** Each number that a sequence gave is used once, and none that it did not give. */
export async function* numberFindings(store: Readable): AsyncIterable<Finding> {
  const used = await usedNumbers(store);
  const given = new Map(store.sequences().map(({ key, value }) => [key, value]));
  for (const [key, value] of given) if (isGapFree(key) && !used.has(key) && value > 0) used.set(key, []);
  for (const [series, numbers] of used) {
    const counted = given.get(series) ?? 0;
    const number = firstBreak(numbers, counted);
    if (number !== undefined)
      yield { code: 'verify.numbers', values: { series, counted, found: numbers.length, number } };
  }
}

const isGapFree = (key: string): boolean => /^(dossier-code|ledger|document):/.test(key);

async function usedNumbers(store: Readable): Promise<Map<string, number[]>> {
  const used = new Map<string, number[]>();
  const use = (series: string, number: number) => {
    const numbers = used.get(series);
    if (numbers) numbers.push(number);
    else used.set(series, [number]);
  };
  const receiving = new Map<string, string>();
  for await (const { doc } of everything(store.collection(dossierSpec))) {
    const [unitCode, date, number] = codeParts(doc.code);
    use(`dossier-code:${unitCode}:${date}`, number);
    receiving.set(doc.code, doc.units.receiving);
    if (doc.ledger) use(`ledger:${doc.units.receiving}:${doc.ledger.book}`, doc.ledger.serial);
  }
  for await (const { doc } of everything(store.collection(documentSpec))) {
    const unit = receiving.get(doc.dossier);
    if (!unit || !doc.number) continue;
    use(doc.book ?? documentBook(unit, doc.kind, doc.issuedAt), Number.parseInt(doc.number, 10));
  }
  return used;
}

/** `H01.12-260417-0001` */
function codeParts(code: string): [string, string, number] {
  const parts = code.split('-');
  return [parts.slice(0, -2).join('-'), parts.at(-2) ?? '', Number(parts.at(-1))];
}
