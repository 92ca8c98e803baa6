/** The lists of the server, kept for the session: provinces and communes do not change while a form is filled in. */
import type { LoadList } from '../../forms/react/list-cache.ts';
import type { Page } from '../../server/contract/common.ts';
import type { ListItem } from '../../server/contract/lists.ts';
import { api } from './client.ts';

export const loadList: LoadList = async (name, within) => (await listOnce(name, within)).items;

const known = new Map<string, Promise<Page<ListItem>>>();

function listOnce(name: string, within?: string): Promise<Page<ListItem>> {
  const key = `${name}\n${within ?? ''}`;
  const asked =
    known.get(key) ?? api.get<Page<ListItem>>('/lists/{name}', { params: { name }, query: { within } });
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}
