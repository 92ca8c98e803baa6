/** The life of a process version (R002): what may be done in which state, as the screen offers it. */
import type { ProcessVersion } from '../../../server/contract/catalogue.ts';

export interface LifeAction {
  /** the last part of the path, and the ability of the same name */
  name: 'submit' | 'appraise' | 'return' | 'approve' | 'publish' | 'retire';
  /** asked before it is done */
  asks: 'nothing' | 'note' | 'required-note' | 'decision' | 'effective-date';
  primary?: boolean;
  danger?: boolean;
}

export const LIFE_ACTIONS: LifeAction[] = [
  { name: 'submit', asks: 'note', primary: true },
  { name: 'return', asks: 'required-note', danger: true },
  { name: 'appraise', asks: 'note', primary: true },
  { name: 'approve', asks: 'decision', primary: true },
  { name: 'publish', asks: 'effective-date', primary: true },
  { name: 'retire', asks: 'note', danger: true },
];

/** The states in order, for the progress bar. */
export const LIFE_STATES: ProcessVersion['state'][] = [
  'draft',
  'submitted',
  'appraised',
  'approved',
  'published',
  'retired',
];
