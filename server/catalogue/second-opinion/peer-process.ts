/** The process in which bpmn-engine is asked: one request in, one reply out, then it ends. */
import type { PeerReply, PeerTrial } from './opinion.ts';
import { runTrialOnPeer } from './run-trial-on-peer.ts';

process.once('message', (request: { xml: string; trials: PeerTrial[] }) => {
  void answer(request).then((reply) => process.send?.(reply, () => process.exit(0)));
});

async function answer({ xml, trials }: { xml: string; trials: PeerTrial[] }): Promise<PeerReply> {
  try {
    const open: string[][][] = [];
    for (const trial of trials) open.push(await runTrialOnPeer(xml, trial));
    return { open };
  } catch (fault) {
    // Whatever the engine throws is its answer; this process knows nothing better to do with it.
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
}
