/** The step table as the annex of the approving decision (domain 6.1, after Bắc Ninh's columns; R006). */
import { longestWay, millisecondsOf } from '../../engine/index.ts';
import type { Process } from '../../engine/types.ts';
import { completePaper } from '../../templates/index.ts';
import { renderInWorker } from '../../templates/worker/index.ts';
import type { PageSetup } from '../contract/catalogue.ts';
import type { Language } from '../http/messages.ts';
import type { Catalogue } from './open-catalogue.ts';
import type { ProcedureRecord, ProcessVersionRecord } from './records.ts';
import { stepTable } from './step-table.ts';

const PAGE: PageSetup = { size: 'A4', orientation: 'landscape', margin: '15mm 15mm 15mm 20mm' };
const TITLE = 'Phụ lục: Quy trình nội bộ giải quyết thủ tục hành chính';
const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 8;

const SOURCE = `<section class="title">
<h1>QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH</h1>
<p class="under">{{procedure.name}} (mã {{procedure.code}})</p>
{{#if annex.decision}}<p class="under">(Kèm theo Quyết định số {{annex.decision}})</p>{{/if}}
</section>
<table class="grid">
<thead><tr><th style="width: 7%">Thứ tự</th><th>Nội dung công việc</th><th style="width: 27%">Đơn vị, người thực hiện</th><th style="width: 16%">Thời gian thực hiện</th><th style="width: 18%">Sản phẩm</th></tr></thead>
<tbody>
{{#each annex.rows}}<tr><td class="middle">{{order}}</td><td>{{name}}</td><td>{{performer}}</td><td class="middle">{{duration}}</td><td>{{output}}</td></tr>
{{/each}}
<tr><td colspan="3"><b>Tổng thời gian (nhánh dài nhất)</b></td><td class="middle"><b>{{annex.total}}</b></td><td></td></tr>
</tbody>
</table>
<p>01 ngày làm việc bằng 08 giờ làm việc; thời gian trả kết quả không tính vào thời hạn giải quyết.</p>`;

export interface AnnexRequest {
  record: ProcessVersionRecord;
  process: Process;
  procedure: ProcedureRecord;
}

/** The printed sheet. Papers are named by their templates' titles. */
export async function stepAnnex(catalogue: Catalogue, request: AnnexRequest): Promise<Uint8Array> {
  const html = await renderInWorker({
    source: SOURCE,
    data: await annexData(catalogue, request),
    page: PAGE,
    title: TITLE,
  });
  return catalogue.printHtml(html, { title: TITLE, page: PAGE });
}

const LANGUAGE: Language = 'vi';

async function annexData(
  catalogue: Catalogue,
  { record, process, procedure }: AnnexRequest,
): Promise<object> {
  const rows = await stepTable(process.steps, { organisation: catalogue.organisation, language: LANGUAGE });
  const titles = await titlesOf(
    catalogue,
    rows.flatMap(({ documents }) => documents),
  );
  const hours = longestWay(process, ({ duration }) =>
    duration?.counts === 'working' ? millisecondsOf(duration) / HOUR_MS : 0,
  );
  const { decision } = record;
  return {
    ...completePaper({ procedure: { code: procedure.code, name: procedure.name } }),
    annex: {
      decision: decision ? `${decision.number} ngày ${decision.date.split('-').reverse().join('/')}` : '',
      rows: rows.map(({ order, name, performer, duration, documents }) => ({
        order,
        // The table numbers its rows; a name that begins with its number would say it twice.
        name: name.replace(/^\s*\d+[.)]\s*/, ''),
        performer,
        duration,
        output: documents.map((kind) => titles.get(kind) ?? kind).join('; '),
      })),
      total: `${hours.toLocaleString('vi-VN')} giờ (${(hours / HOURS_A_DAY).toLocaleString('vi-VN')} ngày làm việc)`,
    },
  };
}

async function titlesOf({ templates }: Catalogue, kinds: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const key of new Set(kinds)) {
    const { items } = await templates.find({ where: { state: 'published', key }, limit: 1 });
    if (items[0]) titles.set(key, items[0].doc.title);
  }
  return titles;
}
