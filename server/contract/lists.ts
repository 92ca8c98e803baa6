/** The named lists of values that forms choose from. */
import { z } from 'zod';
import { localised } from './common.ts';

export const listSummary = z.object({
  name: z.string(),
  title: localised,
  /** the legal act that the list is taken from */
  source: z.string(),
  /** the list that its items lie in: communes in provinces */
  within: z.string().optional(),
});

export const listItem = z.object({
  /** what is stored and printed */
  value: z.string(),
  label: z.string(),
  /** official code, where there is one */
  code: z.string().optional(),
  /** the value of the list above that it lies in */
  within: z.string().optional(),
});

export const listQuery = z.object({ within: z.string().max(200).optional() });

export type ListSummary = z.infer<typeof listSummary>;
export type ListItem = z.infer<typeof listItem>;
