import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';

const RETRIES = 2;

/**
 * What the server refused stays refused; only a server not reached or busy is asked again. Where it knows nobody any
 * more, the session is asked for anew: whoever has to sign in is led there, and back to what he was doing.
 */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error) && error.status === 401) void client.invalidateQueries({ queryKey: ['session'] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < RETRIES && isProblem(error) && isPassing(error.status),
      },
      mutations: { retry: false },
    },
  });
  return client;
}

const isPassing = (status: number): boolean =>
  status === 0 || status === 502 || status === 503 || status === 504;
