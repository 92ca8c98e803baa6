import { Flex, Progress } from 'antd';
import type { BulkRun } from '../../server/contract/bulk.ts';
import { type Tone, ToneTag } from '../components/ToneTag.tsx';

const TONES: Record<BulkRun['state'], Tone> = {
  previewing: 'info',
  previewed: 'warning',
  applying: 'info',
  done: 'success',
  cancelled: 'neutral',
};

interface BulkRunStateProps {
  run: BulkRun;
  /** what the state is called */
  state: string;
  /** how many it concerns, in words */
  counts: string;
}

/** Where a run in the background stands, with its progress while it is applied. */
export function BulkRunState({ run, state, counts }: BulkRunStateProps) {
  const { concerned, waiting } = run.counts;
  return (
    <>
      <Flex align="center" gap={12} wrap style={{ marginBottom: 12 }}>
        <ToneTag tone={TONES[run.state]}>{state}</ToneTag>
        <span role="status">{counts}</span>
      </Flex>
      {run.state === 'applying' && (
        <Progress
          percent={Math.round((100 * (concerned - waiting)) / concerned || 0)}
          aria-label={state}
          style={{ maxWidth: 520 }}
        />
      )}
    </>
  );
}
