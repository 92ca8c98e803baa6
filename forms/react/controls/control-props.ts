/** What every control gets. `undefined` is the empty value. */
import type { AriaAttributes } from 'react';
import type { Control } from '../form-plan.ts';

export interface ControlProps {
  id: string;
  /** where the value lies in the data */
  pointer: string;
  control: Control;
  value: unknown;
  onChange(value: unknown): void;
  onLeave(): void;
  disabled: boolean;
  isWrong: boolean;
  aria: AriaAttributes;
}

export const statusOf = (isWrong: boolean): 'error' | undefined => (isWrong ? 'error' : undefined);
