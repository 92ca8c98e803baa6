/** Who an approved step table means: from the words of its cell to a role and a unit of the organisation. */
import type { Unit } from '../access.ts';
import { foldWords } from './fold-words.ts';

export interface Placed {
  role?: string;
  /** id of a unit, or a FEEL expression over the dossier's units; the competent one when absent */
  unit?: string;
}

export interface Surroundings {
  units: readonly Pick<Unit, 'id' | 'name' | 'kind' | 'parent'>[];
  /** the unit that resolves the procedure */
  competent: string | undefined;
}

/** Roles by the words of real decisions (domain 6.3); the first that matches wins. */
const ROLES: [string, RegExp][] = [
  ['clerk', /văn thư/i],
  ['counter', /một cửa|tn ?& ?tkq|tiếp nhận|pvhcc|phục vụ hành chính công/i],
  ['leader', /lãnh đạo|chủ tịch|giám đốc|trưởng|thủ trưởng|^ubnd/i],
  ['specialist', /chuyên viên|công chức|cán bộ|chuyên môn|các sở|sở, ngành/i],
];

/** @param isConsultation each of several agencies does it for itself */
export function placePerformer(
  text: string,
  { units, competent, isConsultation }: Surroundings & { isConsultation?: boolean },
): Placed {
  const role = ROLES.find(([, pattern]) => pattern.test(text))?.[0];
  const unit = isConsultation ? '=agency' : unitOf(text, { role, units, competent });
  return { ...(role ? { role } : {}), ...(unit ? { unit } : {}) };
}

function unitOf(
  text: string,
  { role, units, competent }: Surroundings & { role: string | undefined },
): string | undefined {
  if (role === 'counter') return '=receivingUnit';
  const named = units.find(({ name }) => namesUnit(text, name));
  if (named) return named.id;
  if (/ubnd tỉnh|ủy ban nhân dân tỉnh/i.test(text)) return units.find(({ kind }) => kind === 'province')?.id;
  const divisions = units.filter(({ kind, parent }) => kind === 'division' && parent === competent);
  // "Lãnh đạo phòng", "Chuyên viên": the competent unit's own division, when there is only one it could be.
  const isOfDivision = role === 'specialist' || /phòng/i.test(text);
  return isOfDivision && divisions.length === 1 ? divisions[0]!.id : undefined;
}

/** The unit's own name, without the province it stands in, occurs in the cell. */
function namesUnit(text: string, name: string): boolean {
  const short = foldWords(name.replace(/\(.*?\)/g, '').replace(/\s+tỉnh\s.*$/i, '')).trim();
  return short.split(/\s+/).length > 1 && foldWords(text).includes(short);
}
