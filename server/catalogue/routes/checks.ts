import { configurationFinding, lawCitation } from '../../contract/catalogue.ts';
import { page } from '../../contract/common.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { checkConfiguration } from '../check/check-configuration.ts';
import { lawCitations } from '../law/law-citations.ts';
import type { Catalogue } from '../open-catalogue.ts';

/** Looking over the whole configuration: what would stop a dossier, and what rests on which text of law. */
export const checkRoutes = (catalogue: Catalogue): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/configuration-check',
    summary: 'Tự kiểm tra toàn bộ cấu hình: thủ tục, quy trình, biểu mẫu, mẫu văn bản, lịch làm việc',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    response: page(configurationFinding),
    handler: async () => {
      const items = await checkConfiguration(catalogue);
      return { items, total: items.length };
    },
  }),
  endpoint({
    method: 'get',
    path: '/law-citations',
    summary: 'Những bước, thời hạn, giấy tờ, trường tờ khai, mẫu văn bản viện dẫn từng văn bản pháp luật',
    tag: 'Danh mục',
    auth: 'session',
    ability: ['read', 'Process'],
    response: page(lawCitation),
    handler: async () => {
      const items = await lawCitations(catalogue);
      return { items, total: items.length };
    },
  }),
];
