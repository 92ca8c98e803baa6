/** Leads a new version of a procedure's process from its draft to its publication. */
import { buildProcess } from './build-process.ts';
import type { TestServer } from './start-server.ts';

/**
 * @returns the number of the version
 * @throws Error with the answer, when it may not be published
 */
export async function publishProcess(server: TestServer, procedure: string, xml: string): Promise<number> {
  const owner = await server.as('chuquytrinh');
  const office = await server.as('vanphong');
  const { body: draft } = await owner.post(`/procedures/${procedure}/processes`, { xml });
  const path = `/procedures/${procedure}/processes/${draft.version}`;
  await owner.post(`${path}/submit`, {});
  await office.post(`${path}/appraise`, {});
  await office.post(`${path}/approve`, { decision: { number: '12/QĐ-UBND', date: '2026-04-17' } });
  const { status, body } = await office.post(`${path}/publish`, {});
  if (status !== 200) throw new Error(JSON.stringify(body));
  return draft.version;
}

const COUNTER = 'motcua:role=counter motcua:unit=ttpvhcc-long-xuyen';

/**
 * A process of the certification of copies: received, then what is drawn (from `Receive` on to `Sign`), then signed
 * and handed out.
 */
export const buildCertification = (middle: string): string =>
  buildProcess(`
    start Start name="Nhận yêu cầu"
    user Receive name="1. Tiếp nhận" ${COUNTER} motcua:duration=PT2H motcua:status=2
    user Sign name="3. Ký chứng thực" motcua:role=leader motcua:unit=ubnd-long-xuyen motcua:duration=PT2H motcua:status=4
    user Return name="4. Trả kết quả" ${COUNTER} motcua:durationKind=none motcua:status=9 motcua:actions=return
    end End name="Đã trả"
    Start -> Receive
    ${middle}
    Sign -> Return -> End`);

/** Drawn between: which way it goes hangs on an `amount` that the first step should give, or it is held there. */
export const WAYS_BY_AMOUNT = `
  xor Enough name="Đủ số tiền?" default=no
  user More name="2. Bổ sung số tiền" ${COUNTER} motcua:duration=PT1H motcua:status=4
  Receive -> Enough -no-> More -> Sign
  Enough -yes-> Sign : amount > 100`;

/** A file with one more process, which call activities name by its id. */
export const withCalled = (xml: string, { id, drawing }: { id: string; drawing: string }): string => {
  const [body] = /<process .*<\/process>/s.exec(buildProcess(drawing, { id }))!;
  return xml.replace('</definitions>', `${body}</definitions>`);
};
