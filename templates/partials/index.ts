/** The blocks that papers share, by name: `{{> header}}`. */
import type { Sentence } from '../template-problem.ts';

export type Partial = { describe: Sentence; example: string; source: string };

export const PARTIALS: Record<string, Partial> = {
  header: {
    example: '{{> header}}',
    describe: {
      vi: 'Tên cơ quan, quốc hiệu, tiêu ngữ, số, địa danh và ngày tháng (withoutNumber=true; ledgerLine=true: quyển số, số thứ tự; subject="…": V/v; withContact=true: địa chỉ, điện thoại của cơ quan); mã QR kiểm tra giấy tờ khi văn bản có',
      en: "Names of the agency, national title and motto, number, place and date; on demand the register's line, the subject, address and telephone of the agency; the QR that checks the paper where it has one",
    },
    source: `<header class="head">
{{#if doc.qr}}<div class="check">{{{qr doc.qr size=15}}}</div>{{/if}}
<div>
{{#if unit.parentName}}<p class="parent">{{unit.parentName}}</p>{{/if}}
<p class="office"><span>{{unit.name}}</span></p>
{{#unless withoutNumber}}<p>Số: {{orDots doc.number}}</p>{{/unless}}
{{#if doc.replaces}}<p class="subject">(Thay thế văn bản số {{doc.replaces}})</p>{{/if}}
{{#if doc.replaces}}<p class="contact">(Thay thế văn bản số {{doc.replaces}})</p>{{/if}}
{{#if subject}}<p class="subject">V/v {{subject}}</p>{{/if}}
{{#if withContact}}{{#if unit.address}}<p class="contact">Địa chỉ: {{unit.address}}</p>{{/if}}
{{#if unit.phone}}<p class="contact">Điện thoại: {{unit.phone}}{{#if unit.website}}; {{unit.website}}{{/if}}</p>{{/if}}{{/if}}
</div>
<div>
<p class="state">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
<p class="motto"><span>Độc lập - Tự do - Hạnh phúc</span></p>
<p class="dated">{{placeAndDate place issuedAt}}</p>
{{#if ledgerLine}}<p>Quyển số: {{orDots ledger.book}}, Số thứ tự: {{orDots ledger.serial}}</p>{{/if}}
</div>
</header>`,
  },
  signature: {
    example: '{{> signature role="Người nộp hồ sơ" name=submitter.name}}',
    describe: {
      vi: 'Một ô ký: chức danh, (Ký và ghi rõ họ tên), họ tên; đặt trong <section class="signatures">',
      en: 'One signature: role, hint, name; goes into <section class="signatures">',
    },
    source: `<div>
<p class="role">{{role}}</p>
<p class="hint">{{otherwise hint "(Ký và ghi rõ họ tên)"}}</p>
{{#if digitalHint}}<p class="hint">{{digitalHint}}</p>{{/if}}
<div class="signed">{{#if digital}}<p class="digital">{{digital}}</p>{{/if}}</div>
<p class="name">{{name}}</p>
</div>`,
  },
  recipients: {
    example: '{{> recipients}}',
    describe: {
      vi: 'Nơi nhận: từng dòng của recipients; trống thì “Như trên; Lưu: VT”',
      en: 'The list of recipients',
    },
    source: `<div class="recipients">
<p class="label">Nơi nhận:</p>
{{#each recipients}}<p>- {{this}}{{#if @last}}.{{else}};{{/if}}</p>
{{else}}<p>- Như trên;</p><p>- Lưu: VT.</p>
{{/each}}
</div>`,
  },
};
