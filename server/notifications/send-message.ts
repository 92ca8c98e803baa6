/** Hands one message to its outlet: at least once, under the same message id. */
import { isoNow } from '../clock.ts';
import type { JobHandler } from '../jobs/attempt-job.ts';
import type { NewJob } from '../jobs/job-queue.ts';
import { JobHopeless } from '../jobs/retry-policy.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Outlets } from './outlets.ts';
import { messageSpec } from './records.ts';

export const MESSAGE_JOB = 'message.send';

export const messageJob = (message: string): NewJob => ({
  id: `${MESSAGE_JOB}:${message}`,
  type: MESSAGE_JOB,
  payload: { message },
});

export const sendMessage =
  ({ store, clock }: Pick<Runtime, 'store' | 'clock'>, outlets: Outlets): JobHandler =>
  async ({ job, done }) => {
    const { message: id } = job.doc.payload as { message: string };
    const found = await store.collection(messageSpec).get(id);
    if (!found) throw new JobHopeless(`no message ${id}`);
    const outlet = outlets[found.doc.channel];
    if (!outlet) throw new JobHopeless(`no outlet for ${found.doc.channel}`);
    const { to, subject, text } = found.doc;
    let { channel } = found.doc;
    if (found.doc.state !== 'sent') {
      try {
        await outlet({ id, to, subject, text });
      } catch (error) {
        // A number that Zalo does not know is reached by text message.
        if (!(error instanceof JobHopeless) || channel !== 'zalo' || !outlets.sms) throw error;
        channel = 'sms';
        await outlets.sms({ id, to, subject, text });
      }
    }
    const doc = { ...found.doc, channel, state: 'sent' as const, sentAt: isoNow(clock) };
    await store.commit([
      { op: 'replace', collection: messageSpec.name, id, version: found.version, doc },
      done,
    ]);
  };
