/** Instants of the law in a sentence are read on the clock of Asia/Ho_Chi_Minh. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const OFFSET_MS = 7 * 3_600_000;

/**
 * Fills `{name}`; an instant as `17:00 ngày 04/05/2026`, what is unknown as a dash.
 * @example fillText('Hẹn trả: {dueAt}', { dueAt: '2026-05-04T10:00:00.000Z' }) // 'Hẹn trả: 17:00 ngày 04/05/2026'
 */
export const fillText = (text: string, values: object, language: 'vi' | 'en' = 'vi'): string =>
  text.replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const value = (values as Record<string, unknown>)[name];
    if (typeof value !== 'string' || value === '') return '–';
    return INSTANT.test(value) ? moment(value, language) : value;
  });

function moment(instant: string, language: 'vi' | 'en'): string {
  const wall = new Date(Date.parse(instant) + OFFSET_MS).toISOString();
  const day = `${wall.slice(8, 10)}/${wall.slice(5, 7)}/${wall.slice(0, 4)}`;
  return language === 'vi' ? `${wall.slice(11, 16)} ngày ${day}` : `${wall.slice(11, 16)} on ${day}`;
}
