/** Who is signed in, and what the shell may show him. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Session } from '../../server/contract/access.ts';
import { isProblem } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { forgetDrafts } from '../drafts/use-draft.ts';

export interface SessionState {
  /** null: nobody is signed in; undefined: not known yet */
  session: Session | null | undefined;
  /** set when the server could not be asked */
  error: Error | null;
  /** @throws ApiProblem on a wrong password or a locked account */
  signIn(username: string, password: string): Promise<Session>;
  signOut(): Promise<void>;
  /** asks anew, after a password change or a move of the clock */
  refresh(): Promise<void>;
  /** `studio`, `counter`, `desk`, `reports`, `admin` */
  may(ability: string): boolean;
}

const SESSION_KEY = ['session'];
const SessionContext = createContext<SessionState | undefined>(undefined);

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data: session, error } = useQuery({ queryKey: SESSION_KEY, queryFn: whoAmI, staleTime: 60_000 });
  const state = useMemo<SessionState>(
    () => ({
      session,
      error,
      signIn: async (username, password) => {
        await api.post('/session', { username, password });
        const opened = await api.get<Session>('/session');
        becomes(queries, opened);
        return opened;
      },
      signOut: async () => {
        await api.delete('/session');
        forgetDrafts();
        becomes(queries, null);
      },
      refresh: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
      may: (ability) => session?.abilities.includes(ability) ?? false,
    }),
    [session, error, queries],
  );
  return <SessionContext value={state}>{children}</SessionContext>;
}

/** @throws Error outside `SessionProvider` */
export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession needs a SessionProvider above it');
  return state;
}

/** What one person was shown is not kept for the next. */
function becomes(queries: QueryClient, session: Session | null): void {
  queries.setQueryData(SESSION_KEY, session);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

async function whoAmI(): Promise<Session | null> {
  try {
    return await api.get<Session>('/session');
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}
