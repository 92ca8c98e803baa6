/** The words of reports and their workbooks. */
import type { Localised } from '../contract/common.ts';
import type { ReportName } from '../contract/reports.ts';

export const REPORT_TEXTS = {
  total: { vi: 'Tổng cộng', en: 'Total' },
  period: { vi: 'Từ ngày {from} đến ngày {to}', en: 'From {from} to {to}' },
  channels: {
    counter: { vi: 'Trực tiếp', en: 'At the counter' },
    online: { vi: 'Trực tuyến', en: 'Online' },
    postal: { vi: 'Bưu chính công ích', en: 'By post' },
  },
  methods: {
    counter: { vi: 'Trực tiếp tại quầy', en: 'At the counter' },
    postal: { vi: 'Qua bưu chính công ích', en: 'By post' },
    electronic: { vi: 'Bản điện tử', en: 'Electronic' },
  },
} as const;

export const REPORT_TITLES: Record<ReportName | 'register', Localised> = {
  received: { vi: 'Tình hình tiếp nhận hồ sơ', en: 'Dossiers received' },
  resolution: { vi: 'Tình hình giải quyết hồ sơ', en: 'Dossiers resolved' },
  overdue: { vi: 'Hồ sơ quá hạn', en: 'Overdue dossiers' },
  'on-time': { vi: 'Tỷ lệ giải quyết đúng hạn', en: 'Resolved on time' },
  register: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
};

export const NAME_COLUMN: Record<'unit' | 'procedure' | 'field' | 'channel', Localised> = {
  unit: { vi: 'Cơ quan, đơn vị', en: 'Unit' },
  procedure: { vi: 'Thủ tục hành chính', en: 'Procedure' },
  field: { vi: 'Lĩnh vực giải quyết', en: 'Field' },
  channel: { vi: 'Hình thức nộp', en: 'Channel' },
};
