import type { TimeLimit } from '../../server/contract/catalogue.ts';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** The statutory limit in words: `15 ngày`, `3 ngày làm việc`, `Trong ngày`. @param t of namespace `procedure` */
export const timeLimitText = ({ amount, unit }: TimeLimit, t: Translate): string =>
  t(`limit.${unit}`, { count: amount });
