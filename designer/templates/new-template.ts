/** What a new paper starts from: head block, title, addressee, text, signature. */
export const NEW_TEMPLATE = `{{> header}}
<section class="title">
  <h1>TÊN VĂN BẢN</h1>
  <p>Mã hồ sơ: <b>{{dossier.code}}</b></p>
</section>
<section class="addressee">
  <p>Kính gửi: <b>{{applicant.fullName}}</b></p>
</section>
<section class="letter">
  <p>{{unit.name}} đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: {{procedure.name}}.</p>
  <p>{{lines reason}}</p>
</section>
<section class="signatures">
  {{> recipients}}
  {{> signature role=signer.title hint="(Ký, ghi rõ họ tên và đóng dấu)" name=signer.name digital=signer.signature}}
</section>
`;
