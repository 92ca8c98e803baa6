/** namespace -> nested keys -> sentence */
export type Words = Record<string, object>;

/** A room's words: `vi` bundled with it, `en` in a chunk of its own. */
export interface RoomWords {
  vi: Words;
  en: () => Promise<Words>;
}
