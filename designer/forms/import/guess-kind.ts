/** Which kind of field words speak of. */
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';

/** @returns a kind of the palette; `undefined` when the words say nothing of it */
export function guessKind(words: string): string | undefined {
  if (words.trim() === '') return undefined;
  const folded = foldVietnamese(words);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1];
}

/** In the order asked: the first that fits decides. */
const WORDS: [RegExp, string][] = [
  [/^(van ban ngan|text)$/, 'text'],
  [/^(dia chi|noi (o|thuong tru|cu tru))|\bdia chi\b/, 'address'],
  [/\b(can cuoc|cccd|dinh danh ca nhan|chung minh nhan dan|cmnd|citizen)\b/, 'citizen-id'],
  [/\b(dien thoai|sdt|phone)\b/, 'phone'],
  [/\b(e-?mail|thu dien tu)\b/, 'email'],
  [/\b(ma so thue|ma so doanh nghiep|mst|tax)\b/, 'tax-code'],
  [/^(ngay|date)\b|\bngay (cap|sinh|ky|bat dau|ket thuc|khoi cong)\b/, 'date'],
  [/\b(so luong|so tang|so nguoi|so ban|so thang|so nguyen|integer)\b/, 'integer'],
  [/\b(so tien|kinh phi|gia tri|le phi|phi|muc dau tu|money)\b/, 'money'],
  [/\b(dien tich|chieu (cao|dai|rong)|khoi luong|ty le|so thap phan|number)\b/, 'number'],
  [/\b(cam ket|cam doan|dong y|danh dau|boolean)\b/, 'boolean'],
  [/\b(chon nhieu|checkboxes)\b/, 'checkboxes'],
  [/\b(gioi tinh|loai|hinh thuc|tinh trang|danh sach chon|select)\b/, 'select'],
  [/\b(chon mot|radio)\b/, 'radio'],
  [/\b(noi dung|ly do|ghi chu|mo ta|de nghi|van ban dai|textarea)\b/, 'textarea'],
  [/\b(danh sach|bang ke|bang|table)\b/, 'table'],
  [/\b(tep|ban ve|dinh kem|files)\b/, 'files'],
];
