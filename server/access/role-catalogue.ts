import type { Role } from '../contract/access.ts';

/** The roles of the house, for the screens that hand them out. What each may do stands in `ability.ts`. */
export const ROLES: Role[] = [
  {
    key: 'admin',
    name: { vi: 'Quản trị hệ thống', en: 'Administrator' },
    description: {
      vi: 'Quản lý tài khoản, đơn vị, khóa truy cập và toàn bộ cấu hình.',
      en: 'Manages accounts, units, keys and all configuration.',
    },
  },
  {
    key: 'procedure-owner',
    name: { vi: 'Chủ quy trình', en: 'Procedure owner' },
    description: {
      vi: 'Soạn quy trình nội bộ của thủ tục và trình thẩm định.',
      en: 'Drafts the internal process of procedures and submits it.',
    },
  },
  {
    key: 'form-designer',
    name: { vi: 'Thiết kế biểu mẫu', en: 'Form designer' },
    description: {
      vi: 'Soạn và ban hành biểu mẫu điện tử, mẫu văn bản.',
      en: 'Drafts and publishes e-forms and templates of papers.',
    },
  },
  {
    key: 'appraiser',
    name: { vi: 'Thẩm định quy trình (Văn phòng UBND tỉnh)', en: 'Appraiser (provincial office)' },
    description: {
      vi: 'Thẩm định, ghi nhận quyết định phê duyệt và ban hành quy trình; quản lý lịch làm việc.',
      en: 'Appraises, records the approving decision and publishes processes; keeps the calendar.',
    },
  },
  {
    key: 'counter',
    name: { vi: 'Công chức Một cửa', en: 'Counter clerk' },
    description: {
      vi: 'Tiếp nhận hồ sơ, trả kết quả tại bộ phận Một cửa.',
      en: 'Takes in dossiers and hands out results at the one-stop counter.',
    },
  },
  {
    key: 'specialist',
    name: { vi: 'Chuyên viên', en: 'Specialist' },
    description: { vi: 'Thụ lý, thẩm định hồ sơ.', en: 'Examines dossiers.' },
  },
  {
    key: 'leader',
    name: { vi: 'Lãnh đạo', en: 'Leader' },
    description: { vi: 'Phân công, duyệt và ký kết quả.', en: 'Assigns, approves and signs results.' },
  },
  {
    key: 'clerk',
    name: { vi: 'Văn thư', en: 'Records clerk' },
    description: { vi: 'Cấp số, đóng dấu, chuyển kết quả.', en: 'Numbers, seals and forwards results.' },
  },
  {
    key: 'citizen',
    name: { vi: 'Công dân', en: 'Citizen' },
    description: {
      vi: 'Nộp hồ sơ trực tuyến và theo dõi hồ sơ của mình.',
      en: 'Files dossiers online and follows them.',
    },
  },
];
