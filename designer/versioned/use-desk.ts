/** The work on one version of an e-form or a paper: drafted on this machine, saved as a new version. */
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../ui/api/api-problem.ts';
import { type DraftKeeping, keptDrafts, useDraft } from '../../ui/drafts/use-draft.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { newestFirst, type VersionedResource, type VersionRow } from './versioned-resource.ts';

interface DeskOptions<T> {
  kind: 'form' | 'template';
  resource: VersionedResource;
  version: VersionRow;
  /** what was opened */
  stored: T;
  /** @param basedOn the newest version that the designer knows of */
  save(draft: T, basedOn: number): Promise<{ version: number }>;
  onOpen(version: number): void;
  /** after something was saved */
  onChanged(): Promise<void>;
}

export interface Desk<T> {
  draft: T;
  change(next: T | ((previous: T) => T)): void;
  discard(): void;
  keeping: DraftKeeping<T>;
  isChanged: boolean;
  isSaving: boolean;
  /** what the server refused, or why it was not reached; the draft stays */
  problem: unknown;
  save(): Promise<void>;
  /** saved by somebody since this was opened, until the designer has seen it */
  newer: VersionRow | undefined;
  seen(): void;
  /** other versions that this person has unsaved work on */
  alsoDrafted: number[];
}

export function useDesk<T>(options: DeskOptions<T>): Desk<T> {
  const { kind, resource, version, stored, onOpen, onChanged } = options;
  const { t } = useTranslation('versioned');
  const { message } = App.useApp();
  const { session } = useSession();
  const prefix = `${kind}.${resource.key}.${session?.user.id ?? ''}.`;
  const [draft, change, discard, keeping] = useDraft<T>(`${prefix}${version.version}`, stored);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [newest] = newestFirst(resource.versions);
  const [known, setKnown] = useState(newest?.version ?? version.version);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  // work undone to the last letter is no draft to come back to
  useEffect(() => {
    if (!isChanged) discard();
  }, [isChanged, discard]);

  const save = async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      const saved = await options.save(draft, known);
      discard();
      await onChanged();
      message.success(t('desk.saved', { version: saved.version }));
      onOpen(saved.version);
    } catch (error) {
      setProblem(error);
      // the rows of versions then show whose it is
      if (isProblem(error) && error.status === 409) await onChanged();
    } finally {
      setSaving(false);
    }
  };
  return {
    draft,
    change,
    discard,
    keeping,
    isChanged,
    isSaving,
    problem,
    save,
    newer: !isSaving && newest && newest.version > known ? newest : undefined,
    seen: () => {
      setKnown(newest?.version ?? known);
      setProblem(undefined);
    },
    alsoDrafted: keptDrafts(prefix)
      .map(Number)
      .filter((number) => number !== version.version),
  };
}
