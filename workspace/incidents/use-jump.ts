import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JumpChoices, JumpPreview } from '../../server/contract/jump.ts';
import { api } from '../../ui/api/client.ts';

export interface Jump {
  /** elements that are left; all when absent */
  from?: string[] | undefined;
  to: string;
}

export const useJumpChoices = (code: string) =>
  useQuery({
    queryKey: ['dossier', code, 'jump'],
    queryFn: () => api.get<JumpChoices>('/dossiers/{code}/jump', { params: { code } }),
  });

/** What it would end and open; asked anew whenever another step is chosen. */
export const useJumpPreview = (code: string, jump: Jump | undefined) =>
  useQuery({
    queryKey: ['dossier', code, 'jump', jump],
    queryFn: () => api.post<JumpPreview>('/dossiers/{code}/jump-preview', jump, { params: { code } }),
    enabled: jump !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
