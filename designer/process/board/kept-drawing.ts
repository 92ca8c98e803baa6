/** A drawing in progress survives a closed tab: kept in this browser until it is saved to the server. */
import type { ApprovedTable } from '../../../server/contract/step-table/step-table.ts';

export interface KeptDrawing {
  xml: string;
  /** the server's XML it was drawn upon */
  base: string;
  /** the step table that it is held against, when there is one */
  approvedTable?: ApprovedTable;
}

const keyOf = (procedure: string, version: number) => `motcua.drawing.${procedure}.${version}`;

export function keepDrawing(procedure: string, version: number, drawing: KeptDrawing): void {
  try {
    localStorage.setItem(keyOf(procedure, version), JSON.stringify(drawing));
  } catch (error) {
    // A full or forbidden browser store costs the safety net, never the drawing itself.
    console.warn('drawing not kept', error);
  }
}

export function keptDrawing(procedure: string, version: number): KeptDrawing | undefined {
  const text = localStorage.getItem(keyOf(procedure, version));
  return text ? (JSON.parse(text) as KeptDrawing) : undefined;
}

export const forgetDrawing = (procedure: string, version: number): void =>
  localStorage.removeItem(keyOf(procedure, version));
