/** The account forms of An Giang (domain 2.9). */
import type { PaperParts } from '../../../templates/index.ts';
import { HOUSE_PERMIT } from '../build-application.ts';
import type { ExpectedPaper } from './fields-of-seed.ts';

const AGENCY: PaperParts = {
  unit: { parentName: 'Ủy ban nhân dân tỉnh An Giang', name: 'Sở Xây dựng tỉnh An Giang (mẫu)' },
  place: 'An Giang',
};
const AGENCY_HEAD = ['ỦY BAN NHÂN DÂN TỈNH AN GIANG', 'SỞ XÂY DỰNG TỈNH AN GIANG (MẪU)'];
const AGENCY_STATE = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'An Giang, ngày 17 tháng 4 năm 2026',
];
const HOLDER = [
  '1. Thông tin người tiếp nhận tài khoản:',
  '- Họ và tên: Trần Thị B (mẫu)',
  'Số định danh cá nhân: 000000000000',
  'Ngày cấp: 15/03/2022',
  'Nơi cấp: Cục Cảnh sát quản lý hành chính về trật tự xã hội',
  '- Chức vụ: Chuyên viên',
  'Số điện thoại di động: 0900 000 001',
  'Địa chỉ thư điện tử công vụ: tranthib@coquan.motcua.example',
  '- Địa chỉ tiếp nhận: Số 2 đường Mẫu, phường Long Xuyên, tỉnh An Giang',
];

export const ACCOUNT_FORMS: ExpectedPaper[] = [
  {
    // domain 2.9: An Giang's draft, verbatim but for its misprinted note (2) on the e-mail column
    key: 'account-request',
    procedure: HOUSE_PERMIT,
    details: { ...AGENCY, doc: { number: '112/SXD-VP' }, addressee: { name: 'Sở Khoa học và Công nghệ' } },
    fields: [
      ...AGENCY_HEAD,
      'Số: 112/SXD-VP',
      'V/v đề nghị cấp mới tài khoản giải quyết hồ sơ thủ tục hành chính',
      ...AGENCY_STATE,
      'Kính gửi: Sở Khoa học và Công nghệ',
      ...HOLDER,
      '2. Số lượng và danh sách đăng ký: 02 cá nhân đăng ký, gồm:',
      'TT',
      'Họ và tên',
      'Ngày sinh',
      'Số định danh cá nhân/ Ngày cấp, nơi cấp',
      'Địa chỉ thư điện tử công vụ (1)',
      'Chức vụ/Đơn vị/ Phòng ban',
      'Lĩnh vực giải quyết hồ sơ',
      'Khai thác dữ liệu dân cư (nếu có) (2)',
      'Số trường dữ liệu cần tra cứu',
      'Tên trường dữ liệu',
      '1 Phạm Văn D (mẫu) 05/02/1990',
      '2 Nguyễn Thị E (mẫu) 30/11/1987',
      'Nơi nhận:',
      '- Như trên',
      'NGƯỜI ĐỨNG ĐẦU CƠ QUAN, TỔ CHỨC QUẢN LÝ TRỰC TIẾP',
      '(Ký, đóng dấu và ghi rõ họ tên)',
      'Ghi chú:',
      '- (1) Địa chỉ thư điện tử của cá nhân được cấp bởi cơ quan nhà nước (không sử dụng gmail, yahoo, hotmail...).',
      '- (2) Đối với tài khoản có nhu cầu khai thác, tra cứu dữ liệu dân cư phục vụ giải quyết hồ sơ thủ tục hành chính.',
    ],
  },
  {
    key: 'account-change',
    procedure: HOUSE_PERMIT,
    details: { ...AGENCY, doc: { number: '113/SXD-VP' }, addressee: { name: 'Sở Khoa học và Công nghệ' } },
    fields: [
      ...AGENCY_HEAD,
      'Số: 113/SXD-VP',
      'V/v đề nghị khôi phục, thay đổi thông tin, thu hồi tài khoản',
      ...AGENCY_STATE,
      'Kính gửi: Sở Khoa học và Công nghệ',
      ...HOLDER,
      'TT',
      'Tên tài khoản',
      'Họ và tên',
      'Thông tin cần thay đổi',
      'Dịch vụ yêu cầu',
      'Khôi phục',
      'TĐTT',
      'Thu hồi',
      '1 phamvand Phạm Văn D (mẫu) Số điện thoại di động',
      '2 nguyenthie Nguyễn Thị E (mẫu) Chuyển công tác',
      'NGƯỜI ĐỨNG ĐẦU CƠ QUAN, TỔ CHỨC QUẢN LÝ TRỰC TIẾP',
    ],
  },
  {
    key: 'account-list',
    procedure: HOUSE_PERMIT,
    details: { ...AGENCY, doc: { number: '' } },
    fields: [
      ...AGENCY_HEAD,
      ...AGENCY_STATE,
      'DANH SÁCH TÀI KHOẢN ĐĂNG KÝ SỬ DỤNG KHAI THÁC DỊCH VỤ DÂN CƯ',
      '1. Đơn vị đăng ký: Sở Xây dựng tỉnh An Giang (mẫu)',
      '2. Tên Hệ thống thông tin, CSDL: Hệ thống thông tin giải quyết thủ tục hành chính',
      '3. Đầu mối liên hệ:',
      '- Họ tên: Trần Thị B (mẫu)',
      'Chức vụ: Chuyên viên',
      'Số điện thoại: 0900 000 001',
      '- Email: tranthib@coquan.motcua.example',
      'Đơn vị công tác: Văn phòng Sở Xây dựng',
      '4. Danh sách tài khoản đăng ký:',
      'TT Tên tài khoản đăng nhập Họ và tên Số điện thoại Số lần truy vấn trong ngày',
      '1 phamvand Phạm Văn D (mẫu) 0900 000 002 20',
      'NGƯỜI ĐẠI DIỆN ĐƠN VỊ',
      '(Ký, ghi rõ họ tên, đóng dấu)',
    ],
  },
];
