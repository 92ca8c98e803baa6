/** What the commands say. */
import type { Localised } from '../contract/common.ts';

export type CliSentence = keyof typeof CLI_SENTENCES;

export const CLI_SENTENCES = {
  'help.usage': { vi: 'Cách dùng:', en: 'Usage:' },
  'help.commands': { vi: 'Các lệnh:', en: 'Commands:' },
  'help.options': { vi: 'Tùy chọn:', en: 'Options:' },
  'help.more': {
    vi: 'Thêm --help sau một lệnh để xem cách dùng lệnh đó.',
    en: 'Add --help after a command to see how it is used.',
  },
  'help.help': { vi: 'hiện hướng dẫn này', en: 'show this help' },
  'misuse.no-command': {
    vi: 'Chưa nêu lệnh; dùng --help để xem các lệnh.',
    en: 'No command given; --help lists them.',
  },
  'misuse.unknown-command': {
    vi: 'Không có lệnh "{name}"; dùng --help để xem các lệnh.',
    en: 'There is no command "{name}"; --help lists them.',
  },
  'misuse.unknown-action': {
    vi: 'Lệnh {command} không có "{action}"; dùng được: {allowed}.',
    en: '{command} knows no "{action}"; it knows: {allowed}.',
  },
  'misuse.unknown-option': {
    vi: 'Lệnh {command} không có tùy chọn {option}; dùng --help để xem cách dùng.',
    en: '{command} has no option {option}; see --help.',
  },
  'misuse.option-value': {
    vi: 'Tùy chọn {option} của lệnh {command} được dùng chưa đúng; dùng --help để xem cách dùng.',
    en: 'The option {option} of {command} is not used that way; see --help.',
  },
  'misuse.missing-option': {
    vi: 'Lệnh {command} cần tùy chọn --{option}; dùng --help để xem cách dùng.',
    en: '{command} needs the option --{option}; see --help.',
  },
  'misuse.missing-argument': {
    vi: 'Lệnh {command} cần {argument}; dùng --help để xem cách dùng.',
    en: '{command} needs {argument}; see --help.',
  },
  'misuse.extra-argument': {
    vi: 'Lệnh {command} không nhận thêm "{argument}"; dùng --help để xem cách dùng.',
    en: '{command} takes no further argument "{argument}"; see --help.',
  },
  'misuse.not-a-number': {
    vi: 'Tùy chọn --{option} phải là số nguyên từ {least} đến {most}.',
    en: 'The option --{option} must be a whole number from {least} to {most}.',
  },
  'misuse.not-one-of': {
    vi: 'Tùy chọn --{option} phải là một trong: {allowed}.',
    en: 'The option --{option} must be one of: {allowed}.',
  },
  'misuse.out-kind': {
    vi: 'Tệp kết quả phải có đuôi .pdf hoặc .html: {file}.',
    en: 'The output file must end in .pdf or .html: {file}.',
  },
  'file.missing': { vi: 'Không tìm thấy tệp {file}.', en: 'There is no file {file}.' },
  'file.is-folder': { vi: '{file} là thư mục, không phải tệp.', en: '{file} is a folder, not a file.' },
  'file.unreadable': { vi: 'Không đọc được tệp {file} ({detail}).', en: 'Cannot read {file} ({detail}).' },
  'file.unwritable': { vi: 'Không ghi được tệp {file} ({detail}).', en: 'Cannot write {file} ({detail}).' },
  'file.not-utf8': { vi: 'Tệp {file} không phải văn bản UTF-8.', en: '{file} is not UTF-8 text.' },
  'file.not-json': {
    vi: 'Tệp {file} không phải là JSON đúng cú pháp ({detail}).',
    en: '{file} is not well-formed JSON ({detail}).',
  },
  'file.not-object': {
    vi: 'Tệp {file} phải chứa một đối tượng JSON.',
    en: '{file} must hold a JSON object.',
  },
  'severity.error': { vi: 'lỗi', en: 'error' },
  'severity.warning': { vi: 'cảnh báo', en: 'warning' },
  'severity.info': { vi: 'thông tin', en: 'info' },
  'render.template-wrong': {
    vi: 'Mẫu văn bản {file} chưa dùng được.',
    en: 'The template {file} cannot be used.',
  },
  'render.written': { vi: 'Đã ghi {file} ({size} byte).', en: 'Wrote {file} ({size} bytes).' },
  'serve.ready': { vi: 'Motcua đang chạy tại {url}', en: 'Motcua is running at {url}' },
  'serve.accounts': { vi: 'Tài khoản mẫu: {usernames}', en: 'Sample accounts: {usernames}' },
  'serve.password': { vi: 'Mật khẩu: {password}', en: 'Password: {password}' },
  'serve.temporary-password': {
    vi: 'Mật khẩu: {password} (phải đổi khi đăng nhập lần đầu)',
    en: 'Password: {password} (to be changed at the first sign-in)',
  },
  'serve.stopping': { vi: 'Đang dừng…', en: 'Stopping…' },
  'serve.address-in-use': {
    vi: 'Cổng {port} trên {address} đang được chương trình khác sử dụng; hãy đặt PORT khác.',
    en: 'Port {port} on {address} is taken by another program; set another PORT.',
  },
  'serve.address-refused': {
    vi: 'Không được phép mở cổng {port} trên {address}; hãy đặt PORT từ 1024 trở lên.',
    en: 'Port {port} on {address} may not be opened; set a PORT of 1024 or above.',
  },
  'serve.address-unknown': {
    vi: 'Máy này không có địa chỉ {address}; hãy đặt HOST khác.',
    en: 'This machine has no address {address}; set another HOST.',
  },
  'check.clean': { vi: '{file}: không có lỗi hay cảnh báo.', en: '{file}: no errors or warnings.' },
  'check.counts': {
    vi: '{file}: {errors} lỗi, {warnings} cảnh báo.',
    en: '{file}: errors: {errors}, warnings: {warnings}.',
  },
  'form.clean': { vi: '{file}: biểu mẫu dùng được.', en: '{file}: the form is sound.' },
  'form.counts': { vi: '{file}: {count} điểm chưa đúng.', en: '{file}: {count} to correct.' },
  'trace.plan-wrong': {
    vi: 'Kịch bản {file} chưa đúng: chỉ gồm "input" (đối tượng) và "steps" (danh sách).',
    en: 'The plan {file} is wrong: it holds "input" (an object) and "steps" (a list) only.',
  },
  'trace.step-wrong': {
    vi: 'Bước {number} của kịch bản {file} chưa đúng: {step}.',
    en: 'Step {number} of the plan {file} is wrong: {step}.',
  },
  'trace.completed': { vi: 'Quy trình đã kết thúc.', en: 'The process has completed.' },
  'trace.waiting': { vi: 'Quy trình đang chờ tại: {open}.', en: 'The process waits at: {open}.' },
  'trace.failed': { vi: 'Quy trình bị lỗi và dừng lại.', en: 'The process failed and stopped.' },
  'event.enter': { vi: 'vào', en: 'enter' },
  'event.leave': { vi: 'rời', en: 'leave' },
  'event.take': { vi: 'đi theo', en: 'take' },
  'event.wait': { vi: 'chờ', en: 'wait' },
  'event.complete': { vi: 'hoàn thành', en: 'complete' },
  'event.timer': { vi: 'đến hạn', en: 'timer' },
  'event.throw': { vi: 'phát', en: 'throw' },
  'event.catch': { vi: 'nhận', en: 'catch' },
  'event.cancel': { vi: 'hủy', en: 'cancel' },
  'event.end': { vi: 'kết thúc', en: 'end' },
  'event.incident': { vi: 'sự cố', en: 'incident' },
  'file.exists': {
    vi: 'Tệp {file} đã có; hãy chọn tên khác.',
    en: '{file} exists already; choose another name.',
  },
  'backup.written': {
    vi: 'Đã sao lưu vào {file} (gồm {blobs} tệp đính kèm và văn bản).',
    en: 'Backed up into {file} (with {blobs} attachments and papers).',
  },
  'backup.sealed': {
    vi: 'Đã sao lưu và mã hóa vào {file} (gồm {blobs} tệp đính kèm và văn bản).',
    en: 'Backed up and encrypted into {file} (with {blobs} attachments and papers).',
  },
  'backup.corrupt-blob': {
    vi: 'Tệp {sha256} bị hỏng nên không có trong bản sao lưu.',
    en: 'The file {sha256} is corrupt and not in the backup.',
  },
  'restore.done': {
    vi: 'Đã khôi phục vào {folder} (gồm {blobs} tệp đính kèm và văn bản).',
    en: 'Restored into {folder} (with {blobs} attachments and papers).',
  },
  'drill.restored': {
    vi: 'Đã khôi phục vào thư mục tạm sau {seconds} giây (gồm {blobs} tệp đính kèm và văn bản).',
    en: 'Restored into a temporary folder after {seconds} s (with {blobs} attachments and papers).',
  },
  'drill.unreadable': { vi: 'Không đọc được: {what}', en: 'Not readable: {what}' },
  'drill.served': {
    vi: 'Máy chủ chạy trên bản khôi phục: đã đọc {read} trong {total} hồ sơ và {papers} văn bản.',
    en: 'A server ran on the copy: {read} of {total} dossiers and {papers} papers read.',
  },
  'drill.passed': {
    vi: 'Diễn tập đạt: {file} khôi phục được trong {seconds} giây.',
    en: 'The drill passed: {file} brings everything back in {seconds} s.',
  },
  'drill.failed': {
    vi: 'Diễn tập KHÔNG đạt: xem các dòng trên; đừng dựa vào {file}.',
    en: 'The drill FAILED: see the lines above; do not rely on {file}.',
  },
  'migrate.not-mongodb': {
    vi: '--to phải là địa chỉ mongodb:// hoặc mongodb+srv://.',
    en: '--to must be an address mongodb:// or mongodb+srv://.',
  },
  'migrate.copied': {
    vi: 'Đã chuyển {documents} bản ghi, {sequences} dãy số và {blobs} tệp; đã đọc lại và so khớp.',
    en: 'Moved {documents} records, {sequences} sequences and {blobs} files; read back and compared.',
  },
  'check-config.clean': {
    vi: 'Cấu hình không có điểm nào phải sửa.',
    en: 'Nothing in the configuration needs to be mended.',
  },
  'check-config.found': {
    vi: '{errors} lỗi, {warnings} cảnh báo.',
    en: '{errors} errors, {warnings} warnings.',
  },
  'check-config.error': { vi: 'LỖI', en: 'ERROR' },
  'check-config.warning': { vi: 'CẢNH BÁO', en: 'WARNING' },
  'check-config.procedure': { vi: 'thủ tục {key}:', en: 'procedure {key}:' },
  'check-config.form': { vi: 'biểu mẫu {key}:', en: 'form {key}:' },
  'check-config.template': { vi: 'mẫu văn bản {key}:', en: 'template {key}:' },
  'check-config.calendar': { vi: 'lịch {key}:', en: 'calendar {key}:' },
  'verify.clean': { vi: '{folder}: dữ liệu toàn vẹn.', en: '{folder}: the data are sound.' },
  'verify.found': { vi: '{folder}: {found} điểm sai lệch.', en: '{folder}: {found} findings.' },
  'verify.database': { vi: 'Tệp dữ liệu: {finding}', en: 'Data file: {finding}' },
  'verify.count': {
    vi: 'Hồ sơ {dossier}: {what} ghi nhận {counted} nhưng có {found}.',
    en: 'Dossier {dossier}: {what} counted {counted}, found {found}.',
  },
  'verify.stray': {
    vi: '{collection}/{id} thuộc hồ sơ {dossier} không có trong kho.',
    en: '{collection}/{id} belongs to the dossier {dossier}, which is not there.',
  },
  'verify.seal-broken': {
    vi: 'Nhật ký: dấu niêm số {number} không còn khớp; có dòng đã bị sửa, xóa hoặc chèn thêm.',
    en: 'Audit trail: seal {number} no longer holds; a line was changed, removed or slipped in.',
  },
  'verify.seal-missing': {
    vi: 'Nhật ký: thiếu dấu niêm số {number}.',
    en: 'Audit trail: seal {number} is missing.',
  },
  'verify.events': {
    vi: 'Hồ sơ {dossier}: diễn biến số {number} thiếu hoặc bị lặp.',
    en: 'Dossier {dossier}: event {number} is missing or doubled.',
  },
  'verify.open-task': {
    vi: 'Hồ sơ {dossier}: việc đang mở {task} không khớp giữa hồ sơ và danh sách việc.',
    en: 'Dossier {dossier}: the open task {task} is not both in the dossier and in the inboxes.',
  },
  'verify.process': {
    vi: 'Hồ sơ {dossier}: quy trình và việc đang mở không khớp tại {place}.',
    en: 'Dossier {dossier}: process and open tasks differ at {place}.',
  },
  'verify.incident': {
    vi: 'Hồ sơ {dossier}: chỗ vướng của quy trình và danh sách quy trình vướng không khớp tại {place}.',
    en: 'Dossier {dossier}: what holds its process and the list of held dossiers differ at {place}.',
  },
  'verify.job-missing': {
    vi: 'Hồ sơ {dossier}: thiếu công việc nền {job}.',
    en: 'Dossier {dossier}: the job {job} is not there.',
  },
  'verify.job-stray': {
    vi: 'Công việc nền {job} không thuộc hồ sơ nào.',
    en: 'The job {job} belongs to no dossier.',
  },
  'verify.unwatched': {
    vi: 'Hồ sơ {dossier}: thời hạn đang tính nhưng không được theo dõi.',
    en: 'Dossier {dossier}: its clock runs but nothing watches it.',
  },
  'verify.draft': {
    vi: 'Hồ sơ {dossier}: dự thảo {document} không khớp giữa hồ sơ và kho văn bản.',
    en: 'Dossier {dossier}: the draft {document} is not both in the dossier and among its papers.',
  },
  'verify.list': {
    vi: 'Hồ sơ {dossier}: dòng danh sách tại {place} không khớp.',
    en: 'Dossier {dossier}: its row in the list {place} differs.',
  },
  'verify.numbers': {
    vi: 'Dãy số {series}: đã cấp {counted} số, thấy {found}; sai từ số {number}.',
    en: 'Numbers {series}: {counted} given, {found} found; wrong from {number}.',
  },
  'verify.counter': {
    vi: 'Thống kê {counter}: ghi nhận {counted} nhưng đếm lại được {found}.',
    en: 'Statistics {counter}: {counted} counted, a recount gives {found}.',
  },
  'verify.corrupt-blob': {
    vi: 'Tệp {sha256} không còn khớp với mã băm.',
    en: 'The file {sha256} no longer matches its hash.',
  },
  'verify.missing-blob': {
    vi: '{record} cần tệp {sha256} không có trong kho.',
    en: '{record} names the file {sha256}, which is not there.',
  },
  'simulate.process-wrong': {
    vi: 'Quy trình trong {file} chưa chạy được; dùng lệnh check để xem từng lỗi.',
    en: 'The process in {file} cannot run; the command check names each error.',
  },
  'simulate.counts': {
    vi: '{dossiers} hồ sơ, {completed} kết thúc, {unfinished} dở dang (số gốc {seed}).',
    en: '{dossiers} dossiers, {completed} completed, {unfinished} unfinished (seed {seed}).',
  },
  'simulate.duration': {
    vi: 'Thời lượng (giờ làm việc): trung bình {mean}, trung vị {median}, 95% dưới {p95}, lâu nhất {max}.',
    en: 'Duration (working hours): mean {mean}, median {median}, 95% below {p95}, longest {max}.',
  },
  'simulate.past-limit': {
    vi: 'Quá thời hạn {limit} giờ làm việc: {share}% hồ sơ.',
    en: 'Past the limit of {limit} working hours: {share}% of dossiers.',
  },
  'simulate.step': { vi: 'Bước', en: 'Step' },
  'simulate.count': { vi: 'Lượt', en: 'Times' },
  'simulate.waiting': { vi: 'Chờ (giờ)', en: 'Waiting (h)' },
  'simulate.waiting-p95': { vi: 'Chờ, 95%', en: 'Waiting, 95%' },
  'simulate.working': { vi: 'Làm (giờ)', en: 'Working (h)' },
  'simulate.queue': { vi: 'Hàng chờ dài nhất', en: 'Longest queue' },
  'simulate.load': { vi: '{key}: {people} người, bận {load}%', en: '{key}: {people} people, busy {load}%' },
  failed: { vi: 'Lệnh không thực hiện được: {detail}', en: 'The command failed: {detail}' },
} as const satisfies Record<string, Localised>;
