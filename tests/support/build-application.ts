/** Bodies for `POST /dossiers`, from the samples of the sample province. */
import type { TestClient } from './test-client.ts';

export const HOUSE_PERMIT = '1.013225';
export const CERTIFICATION = '2.000815';
export const INVESTMENT = '1.009645';

export interface Application {
  procedure: string;
  channel: 'counter' | 'online' | 'postal';
  applicant: Record<string, unknown> & { fullName: string };
  form: Record<string, unknown>;
  attachments: Record<string, unknown>[];
  [further: string]: unknown;
}

/** A complete application as the procedure's own sample has it, with changes. */
export async function buildApplication(
  client: TestClient,
  procedure: string,
  changes: Partial<Application> = {},
): Promise<Application> {
  const { body } = await client.get(`/procedures/${procedure}`);
  return { ...body.samples[0], ...changes };
}
