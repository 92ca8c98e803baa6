/** Live updates: the server says what changed, the queries that show it are fetched anew. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveEvent } from '../../server/contract/integration.ts';
import { apiHref } from './client.ts';

/** Keeps one event stream open while mounted. The browser reconnects by itself. */
export function useLiveUpdates(enabled: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const stream = new EventSource(apiHref('/events'));
    followEvents(stream, queries);
    return () => stream.close();
  }, [enabled, queries]);
}

/** What was told while the line was down is not told again: everything on the screen is fetched anew then. */
export function followEvents(stream: EventTarget, queries: Pick<QueryClient, 'invalidateQueries'>): void {
  for (const name of ['message', 'dossier', 'task', 'notice'])
    stream.addEventListener(name, (message) =>
      invalidate(queries, JSON.parse((message as MessageEvent<string>).data) as LiveEvent),
    );
  let wasCutOff = false;
  stream.addEventListener('error', () => {
    wasCutOff = true;
  });
  stream.addEventListener('open', () => {
    if (wasCutOff) void queries.invalidateQueries();
    wasCutOff = false;
  });
}

function invalidate(queries: Pick<QueryClient, 'invalidateQueries'>, event: LiveEvent): void {
  void queries.invalidateQueries({ queryKey: ['notices'] });
  if (event.type === 'notice') return;
  void queries.invalidateQueries({ queryKey: ['tasks'] });
  if (event.task) void queries.invalidateQueries({ queryKey: ['task', event.task] });
  void queries.invalidateQueries({ queryKey: ['dossiers'] });
  void queries.invalidateQueries({ queryKey: ['dossier', event.dossier] });
}
