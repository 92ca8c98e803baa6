import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';

const RETRIES = 2;

/** What the server refused stays refused; only a server not reached or busy is asked again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < RETRIES && isProblem(error) && isPassing(error.status),
      },
      mutations: { retry: false },
    },
  });

const isPassing = (status: number): boolean =>
  status === 0 || status === 502 || status === 503 || status === 504;
