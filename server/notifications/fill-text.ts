/** Instants of the law in a sentence are read on the clock of Asia/Ho_Chi_Minh. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const OFFSET_MS = 7 * 3_600_000;

/**
 * Fills `{name}`; an instant as `17:00 ngày 04/05/2026`, what is unknown as a dash. A part in brackets is left out when
 * what it names is unknown. Brackets of the values themselves stay.
 * @example fillText('Hẹn trả: {dueAt}', { dueAt: '2026-05-04T10:00:00.000Z' }) // 'Hẹn trả: 17:00 ngày 04/05/2026'
 * @example fillText('Đã nhận[, hẹn {dueAt}].', {}) // 'Đã nhận.'
 */
export function fillText(text: string, values: object, language: 'vi' | 'en' = 'vi'): string {
  const known = (name: string): string | undefined => {
    const value = (values as Record<string, unknown>)[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return text
    .replaceAll(/\[([^[\]]*\{(\w+)\}[^[\]]*)\]/g, (_whole, part: string, name: string) =>
      known(name) ? part : '',
    )
    .replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => {
      const value = known(name);
      if (value === undefined) return '–';
      return INSTANT.test(value) ? moment(value, language) : value;
    });
}

function moment(instant: string, language: 'vi' | 'en'): string {
  const wall = new Date(Date.parse(instant) + OFFSET_MS).toISOString();
  const day = `${wall.slice(8, 10)}/${wall.slice(5, 7)}/${wall.slice(0, 4)}`;
  return language === 'vi' ? `${wall.slice(11, 16)} ngày ${day}` : `${wall.slice(11, 16)} on ${day}`;
}
