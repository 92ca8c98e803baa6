/** The keys of this installation, opened once; one that was faulty is looked at again when it is wanted. */
import type { Unit } from '../../contract/access.ts';
import { KeyFault, openKey, requireValid, type SigningKey } from './open-key.ts';
import type { KeySetting } from './settings.ts';

/** In whose name a paper is signed. */
interface SignedFor {
  /** account name of the person */
  account?: string | undefined;
  unit: string;
  /** every unit by id: a unit without a key signs with that of the nearest one above it */
  units: ReadonlyMap<string, Pick<Unit, 'parent'>>;
}

export interface SigningKeys {
  /** The key that signs then; nothing without one, and nothing while it cannot sign. Never throws. */
  usable(whose: SignedFor, at: string): SigningKey | undefined;
  /**
   * Before a person signs: the key in whose name it is done must be able to.
   * @throws KeyFault when there is one that cannot
   */
  require(whose: SignedFor, at: string): Promise<void>;
  /** @throws KeyFault when it cannot be opened any more; undefined when it is configured no more */
  byFile(file: string): Promise<SigningKey | undefined>;
  /** why keys cannot sign at that moment: what is told at the start */
  faults(at: string): KeyFault[];
}

export async function openSigningKeys(settings: KeySetting[]): Promise<SigningKeys> {
  const opened = new Map<KeySetting, SigningKey | KeyFault>();
  const look = async (setting: KeySetting): Promise<void> => {
    opened.set(setting, await openKey(setting).catch(faultOf));
  };
  for (const setting of settings) await look(setting);

  const fresh = async (setting: KeySetting): Promise<SigningKey> => {
    if (opened.get(setting) instanceof KeyFault) await look(setting);
    const key = opened.get(setting)!;
    if (key instanceof KeyFault) throw key;
    return key;
  };
  return {
    usable: (whose, at) => {
      const setting = settingFor(settings, whose);
      const key = setting && opened.get(setting);
      return key && !(key instanceof KeyFault) && isValid(key, at) ? key : undefined;
    },
    require: async (whose, at) => {
      const setting = settingFor(settings, whose);
      if (setting) requireValid(await fresh(setting), at);
    },
    byFile: async (file) => {
      const setting = settings.find((each) => each.file === file);
      return setting && fresh(setting);
    },
    faults: (at) =>
      [...opened.values()].flatMap((key) => {
        if (key instanceof KeyFault) return [key];
        const fault = validityFault(key, at);
        return fault ? [fault] : [];
      }),
  };
}

/** The person's own key, then that of the unit or the nearest above it, then that of the whole. */
function settingFor(settings: KeySetting[], { account, unit, units }: SignedFor): KeySetting | undefined {
  const own = account && settings.find(({ person }) => person === account);
  if (own) return own;
  for (let at: string | undefined = unit; at !== undefined; at = units.get(at)?.parent) {
    const found = settings.find((each) => each.unit === at);
    if (found) return found;
  }
  return settings.find((each) => each.unit === undefined && each.person === undefined);
}

const isValid = (key: SigningKey, at: string): boolean => validityFault(key, at) === undefined;

function validityFault(key: SigningKey, at: string): KeyFault | undefined {
  try {
    requireValid(key, at);
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): KeyFault {
  if (error instanceof KeyFault) return error;
  throw error;
}
