import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { buildCertification, publishProcess, withCalled } from '../support/publish-process.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { completeOpen, openTasks } from '../support/walk.ts';

const BY_COUNTER = 'motcua:role=counter motcua:unit=ttpvhcc-long-xuyen motcua:duration=PT1H motcua:status=4';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.close());

/** A dossier past its first step, in a process that calls another. */
async function received(
  { caller, called }: { caller: string; called: string },
  output: Record<string, unknown> = {},
): Promise<string> {
  const xml = withCalled(buildCertification(caller), { id: 'Part_1', drawing: called });
  await publishProcess(server, CERTIFICATION, xml);
  const counter = await server.as('motcua');
  const { body } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
  await completeOpen(server, body.code, output);
  return body.code;
}

const elements = async (code: string): Promise<string[]> =>
  (await openTasks(server, code)).map(({ element }: { element: string }) => element);

describe('a called process', () => {
  const CATCHING = `
    call Part name="2. Thẩm tra" calls=Part_1
    boundary Late on=Part escalation=late
    user Handle name="Xử lý chậm" ${BY_COUNTER}
    Receive -> Part -> Sign
    Late -> Handle -> Sign`;

  it('ends when its caller catches what it escalates', async () => {
    const code = await received({
      caller: CATCHING,
      called: `start B\nthrow Up escalation=late\nuser Note name="Ghi chú" ${BY_COUNTER}\nend E\nB -> Up -> Note -> E`,
    });

    expect(await elements(code)).toEqual(['Handle']);
  });

  it('may escalate with its last breath', async () => {
    const code = await received({
      caller: CATCHING,
      called: `start B\nend Up escalation=late\nB -> Up`,
    });

    expect(await elements(code)).toEqual(['Handle']);
  });

  it('takes a message of its caller by its key, and answers with a signal', async () => {
    const code = await received(
      {
        caller: `
          and Fork
          and Join
          call Part name="2. Thẩm tra" calls=Part_1
          user Ask name="Hỏi" ${BY_COUNTER}
          throw Tell name="Báo" message=Question motcua:correlation=number
          catch Heard name="Nghe" signal=Answered
          Receive -> Fork -> Part -> Join -> Sign
          Fork -> Ask -> Tell -> Heard -> Join`,
        called: `start B\ncatch Wait name="Chờ hỏi" message=Question motcua:correlation=number\nuser Reply name="Trả lời" ${BY_COUNTER}\nthrow Say signal=Answered\nend E\nB -> Wait -> Reply -> Say -> E`,
      },
      { number: 7 },
    );
    const before = await elements(code);
    await completeOpen(server, code);
    const between = await elements(code);
    await completeOpen(server, code);

    expect([before, between, await elements(code)]).toEqual([['Ask'], ['Reply'], ['Sign']]);
  });
});

describe('the work of a service', () => {
  it('that fails holds the process, and is done again when it is retried', async () => {
    const topic = 'tax-register';
    const { connectors } = server.server.runtime;
    await publishProcess(
      server,
      CERTIFICATION,
      buildCertification(
        `service Tax name="2. Tra cứu thuế" camunda:topic=${topic} camunda:type=external\nReceive -> Tax -> Sign`,
      ),
    );
    const counter = await server.as('motcua');
    const owner = await server.as('chuquytrinh');
    const { body } = await counter.post('/dossiers', await buildApplication(counter, CERTIFICATION));
    await completeOpen(server, body.code);
    await server.server.jobs.drain();
    const [held] = (await owner.get(`/dossiers/${body.code}/incidents`)).body.items;
    connectors[topic] = async () => ({ debt: 0 });
    await owner.post(`/dossiers/${body.code}/incidents/retry`, {
      incident: held.id,
      reason: 'Kết nối cơ quan thuế đã có lại',
    });
    await server.server.jobs.drain();

    expect(held).toMatchObject({ code: 'job.failed', elementName: '2. Tra cứu thuế' });
    expect(await elements(body.code)).toEqual(['Sign']);
    expect((await owner.get('/incidents')).body.items).toEqual([]);
  });
});
