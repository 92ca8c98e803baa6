import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { type ComponentType, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { newestFirst, type VersionedResource, type VersionRow } from './versioned-resource.ts';

export interface DeskProps<R, V> {
  resource: R;
  version: V;
  onOpen(version: number): void;
  /** after something was saved, published or retired */
  onChanged(): Promise<void>;
}

interface VersionedEditorProps<R, V> {
  /** of the queries: `form`, whose list is `forms` */
  kind: 'form' | 'template';
  read(key: string): Promise<R>;
  readVersion(key: string, version: number): Promise<V>;
  Desk: ComponentType<DeskProps<R, V>>;
  /** what is said of a key without versions */
  noVersion: string;
}

/** How often the desk looks whether somebody else has saved. */
const LOOKS_EVERY_MS = 20_000;

/** One e-form or paper with the desk of one of its versions; `?version=` opens an older one. */
export function VersionedEditor<R extends VersionedResource, V extends VersionRow>(
  props: VersionedEditorProps<R, V>,
) {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: [props.kind, key],
    queryFn: () => props.read(key),
    refetchInterval: LOOKS_EVERY_MS,
  });
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return data ? <OpenVersion {...props} resource={data} /> : <Skeleton active />;
}

function OpenVersion<R extends VersionedResource, V extends VersionRow>({
  kind,
  resource,
  readVersion,
  Desk,
  noVersion,
}: VersionedEditorProps<R, V> & { resource: R }) {
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  // a version that somebody saves meanwhile does not take the place of what is on the desk
  const [first] = useState(() => newestFirst(resource.versions)[0]?.version ?? 0);
  const number = Number(search.get('version') ?? first);
  const { data: version, error } = useQuery({
    queryKey: [kind, resource.key, number],
    queryFn: () => readVersion(resource.key, number),
    enabled: number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { state } = resource.versions.find((row) => row.version === number) ?? {};
  const opened = useMemo(() => version && { ...version, state: state ?? version.state }, [version, state]);
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: [kind, resource.key], exact: true });
    await queries.invalidateQueries({ queryKey: [`${kind}s`] });
  };
  if (error) return <ErrorPanel error={error} />;
  if (number === 0) return <EmptyState title={noVersion} />;
  if (!opened) return <Skeleton active />;
  return (
    <Desk
      key={`${resource.key}/${number}`}
      resource={resource}
      version={opened}
      onOpen={(next) => setSearch({ version: String(next) })}
      onChanged={refresh}
    />
  );
}
