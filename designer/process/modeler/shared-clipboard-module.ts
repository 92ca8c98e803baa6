/** Copies between processes: what is copied on one drawing can be pasted on another, in this tab or the next. */

interface EventBus {
  on(event: string, listener: (event: { tree: unknown }) => void): void;
}
interface Clipboard {
  set(tree: unknown): void;
}
interface Moddle {
  create(type: string, properties: object): object;
}

const KEY = 'motcua.copied';

function SharedClipboard(this: object, eventBus: EventBus, clipboard: Clipboard, moddle: Moddle) {
  const take = () => {
    const text = localStorage.getItem(KEY);
    if (text) clipboard.set(JSON.parse(text, reviver(moddle)));
  };
  const onStorage = ({ key }: StorageEvent) => {
    if (key === KEY) take();
  };
  eventBus.on('copyPaste.elementsCopied', ({ tree }) => keep(JSON.stringify(tree)));
  eventBus.on('import.done', take);
  addEventListener('storage', onStorage);
  eventBus.on('diagram.destroy', () => removeEventListener('storage', onStorage));
}
SharedClipboard.$inject = ['eventBus', 'clipboard', 'moddle'];

function keep(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch (error) {
    // A full or forbidden browser store: pasting on the same drawing works all the same.
    console.warn('copy not shared', error);
  }
}

/** BPMN objects come back with their types; one that is named twice is one object again. */
function reviver(moddle: Moddle): (key: string, value: unknown) => unknown {
  const known = new Map<string, object>();
  return (_key, value) => {
    if (!isModdle(value)) return value;
    const { $type, ...properties } = value;
    const before = value.id === undefined ? undefined : known.get(value.id);
    const revived = before ?? moddle.create($type, properties);
    if (value.id !== undefined) known.set(value.id, revived);
    return revived;
  };
}

const isModdle = (value: unknown): value is { $type: string; id?: string } =>
  typeof value === 'object' && value !== null && typeof (value as { $type?: unknown }).$type === 'string';

export const sharedClipboardModule = {
  __init__: ['sharedClipboard'],
  sharedClipboard: ['type', SharedClipboard],
};
