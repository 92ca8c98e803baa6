/** A Vietnamese address after the reform of 2025: province and commune from the official lists, the rest as text. */
import type { JsonObject, UiNode } from './types.ts';

/** What an object with `ui:widget: address` must have; `detail` may stand beside them. */
export const ADDRESS_FIELDS = ['province', 'commune'] as const;

const PARTS: Readonly<Record<string, UiNode>> = {
  province: {
    'ui:title': { vi: 'Tỉnh, thành phố', en: 'Province or city' },
    'ui:list': 'tinh-thanh',
  },
  commune: {
    'ui:title': { vi: 'Xã, phường, đặc khu', en: 'Commune or ward' },
    'ui:list': 'xa-phuong',
    'ui:within': 'province',
  },
  detail: {
    'ui:title': { vi: 'Số nhà, đường, khóm, ấp', en: 'House number, street, hamlet' },
    'ui:span': 'full',
  },
};

/** The ui document with each address's parts written out; what the author said of a part stays. */
export function withAddresses(ui: UiNode): UiNode {
  const entries = Object.entries(ui).map(([key, child]) =>
    key.startsWith('ui:') || !isObject(child) ? [key, child] : [key, withAddresses(child as UiNode)],
  );
  const node = Object.fromEntries(entries) as UiNode;
  if (node['ui:widget'] !== 'address') return node;
  const parts = Object.entries(PARTS).map(([name, part]) => [
    name,
    { ...part, ...(node[name] as UiNode | undefined) },
  ]);
  return { ...node, ...Object.fromEntries(parts) } as UiNode;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
