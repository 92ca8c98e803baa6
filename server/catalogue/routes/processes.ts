import { z } from 'zod';
import { askerOf } from '../../access/asker.ts';
import { position, type RoleKey } from '../../contract/access.ts';
import {
  createProcessVersion,
  processDiff,
  processLifeBody,
  processVersionResource,
  stepRow,
  updateProcessVersion,
} from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { Answer, type Endpoint, endpoint } from '../../http/endpoint.ts';
import { problem } from '../../http/problem.ts';
import { diffProcesses } from '../diff-processes.ts';
import { draftProcess, saveDraft } from '../draft-process.ts';
import { findProcedure, findProcess, processVersions } from '../find-version.ts';
import type { Catalogue } from '../open-catalogue.ts';
import { presentProcess, presentProcessRow } from '../present-process.ts';
import { LIFE, type LifeAction, type LifeBody, liveOn } from '../process-life.ts';
import { heldPositions } from '../publication-findings.ts';
import { stepAnnex } from '../step-annex.ts';
import { stepTable } from '../step-table.ts';

const byCode = z.object({ code: z.string().max(40) });
const number = z.coerce.number().int().positive();
const byVersion = byCode.extend({ version: number });

const SUMMARIES: Record<LifeAction, string> = {
  submit: 'Trình thẩm định dự thảo',
  appraise: 'Ghi nhận đã thẩm định',
  approve: 'Ghi nhận quyết định phê duyệt: số và ngày',
  publish: 'Ban hành phiên bản đã duyệt; bản trước thôi dùng',
  retire: 'Thôi sử dụng phiên bản',
  return: 'Trả lại dự thảo, kèm lý do',
};

export const processRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/positions',
    summary: 'Vị trí (đơn vị, vai trò) đang có tài khoản giữ',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    response: page(position),
    handler: async () => {
      const items = [...(await heldPositions(catalogue))].sort().map((place) => {
        const [unit, role] = place.split('/') as [string, RoleKey];
        return { unit, role };
      });
      return { items, total: items.length };
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes',
    summary: 'Các phiên bản quy trình của thủ tục, mới nhất trước',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byCode,
    response: page(processVersionResource),
    handler: async ({ params, actor }) => {
      await findProcedure(catalogue, params.code);
      const versions = await processVersions(catalogue, params.code);
      const items = await Promise.all(versions.map((found) => presentProcessRow(catalogue, found, actor)));
      return { items, total: items.length };
    },
  }),
  endpoint({
    method: 'post',
    path: '/procedures/:code/processes',
    summary: 'Tạo phiên bản dự thảo, kèm kết quả kiểm tra',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['create', 'Process'],
    params: byCode,
    body: createProcessVersion,
    response: processVersionResource,
    status: 201,
    handler: async (context) => {
      const { params, body, actor } = context;
      const drafted = await draftProcess(catalogue, {
        code: params.code,
        ...body,
        by: askerOf(context),
      });
      return presentProcess(catalogue, drafted, { actor });
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version.bpmn',
    summary: 'Tệp BPMN của một phiên bản',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    response: z.unknown(),
    produces: ['application/xml'],
    handler: async ({ params }) => {
      const { doc } = await findProcess(catalogue, params);
      return new Answer(200, doc.xml, {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `attachment; filename="${params.code}-v${params.version}.bpmn"`,
      });
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version',
    summary: 'Một phiên bản: BPMN, kết quả kiểm tra, quá trình trình duyệt',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    response: processVersionResource,
    handler: async ({ params, actor }) =>
      presentProcess(catalogue, await findProcess(catalogue, params), { actor, withXml: true }),
  }),
  endpoint({
    method: 'put',
    path: '/procedures/:code/processes/:version',
    summary: 'Lưu dự thảo',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['update', 'Process'],
    params: byVersion,
    body: updateProcessVersion,
    response: processVersionResource,
    handler: async (context) => {
      const { params, body, actor } = context;
      const saved = await saveDraft(catalogue, { ...params, ...body, by: askerOf(context) });
      return presentProcess(catalogue, saved, { actor, withXml: true });
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version/diff/:other',
    summary: 'Những thay đổi so với một phiên bản khác, từng phần tử, bằng lời',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion.extend({ other: number }),
    response: processDiff,
    handler: async ({ params, language }) => {
      const after = await findProcess(catalogue, params);
      const before = await findProcess(catalogue, { code: params.code, version: params.other });
      const changes = await diffProcesses(before.doc.xml, after.doc.xml, language);
      return { from: params.other, to: params.version, changes };
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version/steps',
    summary: 'Bảng các bước như trong quyết định phê duyệt',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    response: page(stepRow),
    handler: async ({ params, language }) => {
      const { doc } = await findProcess(catalogue, params);
      const { process } = await catalogue.compiled.process(doc.xml);
      const items = await stepTable(process?.steps ?? [], { organisation: catalogue.organisation, language });
      return { items, total: items.length };
    },
  }),
  endpoint({
    method: 'get',
    path: '/procedures/:code/processes/:version/steps.pdf',
    summary: 'Bảng các bước để in làm phụ lục của quyết định',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    params: byVersion,
    response: z.unknown(),
    produces: ['application/pdf'],
    handler: async ({ params }) => {
      const procedure = (await findProcedure(catalogue, params.code)).doc;
      const record = (await findProcess(catalogue, params)).doc;
      const { process } = await catalogue.compiled.process(record.xml);
      if (!process) throw problem('process.unreadable', 422, { values: { version: params.version } });
      const pdf = await stepAnnex(catalogue, { record, process, procedure });
      return new Answer(200, pdf, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${params.code}-v${params.version}-phu-luc.pdf"`,
      });
    },
  }),
  ...(Object.keys(LIFE) as LifeAction[]).map((action) =>
    endpoint({
      method: 'post',
      path: `/procedures/:code/processes/:version/${action}`,
      summary: SUMMARIES[action],
      tag: 'Danh mục',
      auth: 'session',
      ability: [LIFE[action].ability, 'Process'],
      params: byVersion,
      body: processLifeBody,
      response: processVersionResource,
      handler: async (context) => {
        const { params, body, actor } = context;
        const moved = await liveOn(catalogue, {
          ...params,
          action,
          body: { ...body, decision: decisionOf(body) },
          by: askerOf(context),
        });
        return presentProcess(catalogue, moved, { actor });
      },
    }),
  ),
];

/** Number and day of a decision, however they are written. */
function decisionOf(body: z.output<typeof processLifeBody>): LifeBody['decision'] {
  const { decision, decisionNumber, decisionDate } = body;
  const { number = decisionNumber, date = decisionDate } = body;
  return decision ?? (number && date ? { number, date } : undefined);
}
