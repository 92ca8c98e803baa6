/** What can be put on the canvas: the two documents of each kind of field. */
type JsonObject = Record<string, unknown>;

export interface PaletteItem {
  kind: string;
  schema: JsonObject;
  ui: JsonObject;
}

const CHOICES = ['Lựa chọn 1', 'Lựa chọn 2'];

export const PALETTE: readonly PaletteItem[] = [
  { kind: 'text', schema: { type: 'string', maxLength: 200 }, ui: {} },
  { kind: 'textarea', schema: { type: 'string', maxLength: 2000 }, ui: { 'ui:widget': 'textarea' } },
  { kind: 'citizen-id', schema: { type: 'string', format: 'citizen-id' }, ui: {} },
  { kind: 'phone', schema: { type: 'string', format: 'phone-vn' }, ui: {} },
  { kind: 'email', schema: { type: 'string', format: 'email' }, ui: {} },
  { kind: 'tax-code', schema: { type: 'string', format: 'tax-code' }, ui: {} },
  { kind: 'organisation-code', schema: { type: 'string', format: 'organisation-code' }, ui: {} },
  { kind: 'date', schema: { type: 'string', format: 'date' }, ui: {} },
  { kind: 'number', schema: { type: 'number' }, ui: {} },
  { kind: 'integer', schema: { type: 'integer' }, ui: {} },
  { kind: 'money', schema: { type: 'integer', minimum: 0 }, ui: { 'ui:widget': 'money' } },
  { kind: 'select', schema: { type: 'string', enum: CHOICES }, ui: {} },
  {
    kind: 'radio',
    schema: { type: 'string', enum: CHOICES },
    ui: { 'ui:widget': 'radio', 'ui:span': 'full' },
  },
  {
    kind: 'checkboxes',
    schema: { type: 'array', items: { type: 'string', enum: CHOICES }, uniqueItems: true },
    ui: { 'ui:widget': 'checkboxes', 'ui:span': 'full' },
  },
  { kind: 'boolean', schema: { type: 'boolean' }, ui: {} },
  { kind: 'table', schema: { type: 'array', items: { type: 'object', properties: {} } }, ui: {} },
  {
    kind: 'cards',
    schema: { type: 'array', items: { type: 'object', properties: {} } },
    ui: { 'ui:widget': 'cards' },
  },
  {
    kind: 'address',
    schema: {
      type: 'object',
      properties: {
        province: { type: 'string', title: 'Tỉnh, thành phố' },
        commune: { type: 'string', title: 'Xã, phường, đặc khu' },
        detail: { type: 'string', title: 'Số nhà, đường, khóm, ấp', maxLength: 200 },
      },
      required: ['province', 'commune'],
    },
    ui: { 'ui:widget': 'address', 'ui:span': 'full' },
  },
  { kind: 'group', schema: { type: 'object', properties: {} }, ui: {} },
  {
    kind: 'files',
    schema: { type: 'array', items: { type: 'string', format: 'file-id' } },
    ui: { 'ui:widget': 'files' },
  },
  { kind: 'note', schema: {}, ui: { 'ui:widget': 'note', 'ui:span': 'full' } },
  { kind: 'signature', schema: {}, ui: { 'ui:widget': 'signature', 'ui:span': 'full' } },
];
