/** The queries of one dossier; live updates drop them together by their common key. */
import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../server/contract/common.ts';
import type { DocumentResource } from '../../server/contract/documents.ts';
import type { Dossier, HistoryEvent } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';

/** What `GET /dossiers/{code}/diagram` answers. */
export interface DossierDiagram {
  xml: string;
  open: string[];
  done: string[];
}

const PRINTING_POLL_MS = 1_500;

/** Asked again by itself while a paper of the dossier is still being printed. */
export const useDossier = (code: string) =>
  useQuery({
    queryKey: ['dossier', code],
    queryFn: () => api.get<Dossier>('/dossiers/{code}', { params: { code } }),
    refetchInterval: ({ state }) => (state.data?.documents.some(isPrinting) ? PRINTING_POLL_MS : false),
  });

export const useHistory = (code: string) =>
  useQuery({
    queryKey: ['dossier', code, 'history'],
    queryFn: async () =>
      (
        await api.get<Page<HistoryEvent>>('/dossiers/{code}/history', {
          params: { code },
          query: { limit: 200 },
        })
      ).items,
  });

export const useDiagram = (code: string) =>
  useQuery({
    queryKey: ['dossier', code, 'diagram'],
    queryFn: () => api.get<DossierDiagram>('/dossiers/{code}/diagram', { params: { code } }),
  });

const isPrinting = ({ state }: DocumentResource): boolean => state === 'printing';
