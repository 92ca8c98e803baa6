import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type PreviewData, previewHtml, type TemplateDraft } from '../template-api.ts';

const PAUSE_MS = 400;

/** The rendered page of what stands in the editor with the source it comes from, asked for when the typing pauses. The last good page stays. */
export function usePreview(templateKey: string, draft: TemplateDraft, data: PreviewData, isSound: boolean) {
  const settled = useSettled(draft);
  return useQuery({
    queryKey: ['template-preview', templateKey, settled, data],
    queryFn: async ({ signal }) => ({
      html: await previewHtml(templateKey, { ...settled, ...data }, signal),
      source: settled.source,
    }),
    enabled: isSound,
    placeholderData: (previous) => previous,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
