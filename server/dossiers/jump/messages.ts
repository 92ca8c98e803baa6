import type { Messages } from '../../http/messages.ts';

export const jumpMessages: Messages = {
  'jump.not-now': {
    vi: {
      title: 'Chưa chuyển bước được lúc này',
      detail: 'Hồ sơ {code} đang ở trạng thái “{status}”; chỉ chuyển bước khi hồ sơ đang được giải quyết.',
    },
    en: {
      title: 'Not possible now',
      detail: 'The dossier {code} is “{status}”; it is moved to another step only while work is under way.',
    },
  },
  'jump.no-such-step': {
    vi: { title: 'Không có bước này', detail: 'Quy trình của hồ sơ {code} không có bước “{step}”.' },
    en: { title: 'No such step', detail: 'The process of {code} has no step “{step}”.' },
  },
  'jump.not-a-step': {
    vi: {
      title: 'Không chuyển đến chỗ này được',
      detail: '“{step}” chỉ mở bằng sự kiện hoặc lượt lặp của chính nó, không chuyển đến được.',
    },
    en: {
      title: 'Cannot be moved there',
      detail: '“{step}” is opened by its own event or repetition only.',
    },
  },
  'jump.nothing-open': {
    vi: { title: 'Không có gì đang mở', detail: 'Không có bước nào đang mở ở chỗ rời đi của hồ sơ {code}.' },
    en: { title: 'Nothing is open there', detail: 'Nothing of {code} is open where it would leave.' },
  },
  'jump.needs-operation': {
    vi: {
      title: 'Phải dùng thao tác của hồ sơ',
      detail:
        'Chuyển đến “{step}” sẽ đưa hồ sơ {code} sang “{status}”. Kết quả, từ chối, tạm dừng và trả kết quả có thao tác riêng, kèm văn bản.',
    },
    en: {
      title: 'There is an operation for it',
      detail:
        'Moving to “{step}” would make {code} “{status}”. Results, refusals, pauses and returns have operations of their own, with their papers.',
    },
  },
};
