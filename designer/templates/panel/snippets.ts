/** Common pieces of papers, ready to insert. */
export const SNIPPETS = [
  {
    name: 'title',
    describe: { vi: 'Tên văn bản', en: 'Title of the paper' },
    text: `<section class="title">
  <h1>TÊN VĂN BẢN</h1>
  <p class="under">(Trích yếu)</p>
</section>
`,
  },
  {
    name: 'table',
    describe: {
      vi: 'Bảng có dòng lặp, lặp lại đầu bảng khi sang trang',
      en: 'Table with repeated rows and head',
    },
    text: `<table class="grid">
  <thead><tr><th style="width: 8%">STT</th><th>Thành phần hồ sơ</th><th style="width: 16%">Bản chính</th></tr></thead>
  <tbody>
    {{#each components}}<tr><td class="middle">{{position @index}}</td><td>{{name}}</td><td class="middle">{{#if originals}}{{twoDigits originals}}{{/if}}</td></tr>
    {{/each}}
  </tbody>
</table>
`,
  },
  {
    name: 'list',
    describe: { vi: 'Danh mục đánh số', en: 'Numbered list' },
    text: `<ol class="items">
  {{#each components}}<li>{{position @index}}. {{name}}{{#if @last}}.{{else}};{{/if}}</li>
  {{/each}}
</ol>
`,
  },
  {
    name: 'condition',
    describe: { vi: 'Đoạn chỉ in khi có dữ liệu', en: 'A paragraph printed only when given' },
    text: '{{#if reason}}<p>Lý do: {{lines reason}}</p>{{/if}}\n',
  },
  {
    name: 'signatures',
    describe: { vi: 'Hai ô ký', en: 'Two signatures' },
    text: `<section class="signatures">
  {{> signature role="Người nộp hồ sơ" name=submitter.name}}
  {{> signature role="Người tiếp nhận hồ sơ" name=receiver.name digital=receiver.signature}}
</section>
`,
  },
  {
    name: 'note',
    describe: { vi: 'Ghi chú cuối văn bản', en: 'Note at the end' },
    text: `<section class="note">
  <p class="label">Ghi chú:</p>
  <p>- …</p>
</section>
`,
  },
];
