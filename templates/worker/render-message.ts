/** What goes to a rendering worker and comes back. */
import type { PageSetup, RenderLimits, TemplateProblem } from '../index.ts';

export type RenderRequest = {
  source: string;
  /** plain JSON; see PaperData */
  data: object;
  page?: PageSetup;
  title?: string;
  /** labels of the copies (liên), each on a sheet of its own */
  copies?: string[];
  limits?: Partial<WorkerLimits>;
};

export type WorkerLimits = RenderLimits & {
  /** milliseconds for one paper, the template's compilation included */
  time: number;
};

export type RenderReply = { html: string } | { problem: TemplateProblem };
