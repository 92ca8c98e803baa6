/** What the sample application of a house permit and its office look like on a paper. */
import type { PaperParts } from '../../../templates/index.ts';

export interface ExpectedPaper {
  /** of the official template */
  key: string;
  /** when a paper has more than one form */
  variant?: string;
  /** whose sample application it is about */
  procedure: string;
  /** what only the operation that issues it knows */
  details?: PaperParts;
  fields: string[];
}

export const COUNTER = 'Trung tâm Phục vụ hành chính công phường Long Xuyên (mẫu)';
export const APPLICANT = 'Nguyễn Văn A (mẫu)';
export const ADDRESS = 'Số 12 đường Lý Thái Tổ, phường Long Xuyên, tỉnh An Giang';
export const PERMIT = 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ';

export const OFFICE = ['UBND PHƯỜNG LONG XUYÊN (MẪU)', COUNTER.toUpperCase()];
export const STATE = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Long Xuyên, ngày 17 tháng 4 năm 2026',
];
export const head = (...numbered: string[]) => [...OFFICE, ...numbered, ...STATE];
export const CONTACT = ['Địa chỉ: Phường Long Xuyên, tỉnh An Giang', 'Điện thoại: 0296 000 0031'];

export const TITLE = 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ';
export const TAKEN_IN = [
  `Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả: ${COUNTER}`,
  'Số điện thoại: 0296 000 0031',
];
export const RECEIVED = '10 giờ 00 phút, ngày 17 tháng 4 năm 2026';
export const DUE = '17 giờ 00 phút, ngày 04 tháng 5 năm 2026';
export const NEW_DUE = { appointment: { newDueAt: '2026-05-08T10:00:00.000Z' } };
export const REACHED = ['Số điện thoại: 0900000001', 'Email: nguyenvana.mau@example.vn'];
export const COMPONENTS = [
  'Đơn đề nghị cấp giấy phép xây dựng',
  'Một trong những giấy tờ chứng minh quyền sử dụng đất',
  'Hai bộ bản vẽ thiết kế xây dựng',
];
export const BOTH_SIGN = [
  'NGƯỜI NỘP HỒ SƠ',
  '(Ký và ghi rõ họ tên)',
  APPLICANT,
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
  '(Ký và ghi rõ họ tên)',
  '(Chữ ký số của Người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)',
  'Cán bộ Một cửa (mẫu)',
];
export const HEAD_SIGNS = [
  'Nơi nhận:',
  '- Như trên',
  'CHỦ TỊCH UBND PHƯỜNG',
  '(Ký, ghi rõ họ tên và đóng dấu)',
  'Lê Văn C (mẫu)',
];
export const SIGNER = { signer: { title: 'Chủ tịch UBND phường', name: 'Lê Văn C (mẫu)' } };
