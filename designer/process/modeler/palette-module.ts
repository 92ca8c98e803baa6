/** The palette and the change menu, cut to what procedures use. */

type Entry = Record<string, unknown>;
type Entries = Record<string, Entry>;
interface Registrar {
  registerProvider(...args: unknown[]): void;
}

/** Palette entries of the library that no procedure needs. */
const HIDDEN_PALETTE = ['create.data-object', 'create.data-store', 'create.group'];

/** Kinds that the kernel runs but a procedure owner hardly ever means; still readable when imported. */
const HIDDEN_REPLACEMENTS = [
  'replace-with-ad-hoc-subprocess',
  'replace-with-collapsed-ad-hoc-subprocess',
  'replace-with-transaction',
  'replace-with-complex-gateway',
  'replace-with-task',
  'replace-with-none-intermediate-throwing',
];

const AFTER_THE_LIBRARY = 400;

function PaletteCut(this: object, palette: Registrar) {
  const provider = {
    getPaletteEntries: () => (entries: Entries) => {
      const kept = { ...entries };
      for (const id of HIDDEN_PALETTE) delete kept[id];
      return kept;
    },
  };
  palette.registerProvider(AFTER_THE_LIBRARY, provider);
}
PaletteCut.$inject = ['palette'];

function ReplaceCut(this: object, popupMenu: Registrar) {
  const provider = {
    getPopupMenuEntries: () => (entries: Entries) => {
      const kept = { ...entries };
      for (const id of HIDDEN_REPLACEMENTS) delete kept[id];
      return kept;
    },
  };
  popupMenu.registerProvider('bpmn-replace', AFTER_THE_LIBRARY, provider);
}
ReplaceCut.$inject = ['popupMenu'];

interface ElementFactory {
  create(kind: string, attributes: Entry): unknown;
}

/** A step drawn from the palette is done by a person unless said otherwise. */
function PersonByDefault(this: object, elementFactory: ElementFactory) {
  const create = elementFactory.create.bind(elementFactory);
  elementFactory.create = (kind, attributes) =>
    create(
      kind,
      attributes.type === 'bpmn:Task' && !attributes.businessObject
        ? { ...attributes, type: 'bpmn:UserTask' }
        : attributes,
    );
}
PersonByDefault.$inject = ['elementFactory'];

export const paletteModule = {
  __init__: ['paletteCut', 'replaceCut', 'personByDefault'],
  paletteCut: ['type', PaletteCut],
  replaceCut: ['type', ReplaceCut],
  personByDefault: ['type', PersonByDefault],
};
