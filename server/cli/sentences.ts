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
  failed: { vi: 'Lệnh không thực hiện được: {detail}', en: 'The command failed: {detail}' },
} as const satisfies Record<string, Localised>;
