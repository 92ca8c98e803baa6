import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type PreviewData, previewHtml, type TemplateDraft } from '../template-api.ts';

const PAUSE_MS = 400;

interface Asked {
  templateKey: string;
  draft: TemplateDraft;
  data: PreviewData;
  isSound: boolean;
  /** grows with every change that was made with a button: nobody is typing then, so it is rendered at once */
  structure?: number;
}

/**
 * The rendered page of what stands in the editor with the source it comes from, asked for when the typing pauses. The
 * last good page stays.
 */
export function usePreview({ templateKey, draft, data, isSound, structure = 0 }: Asked) {
  const settled = useSettled(draft, structure);
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

function useSettled<T>(value: T, at: number): T {
  const [settled, setSettled] = useState({ value, at });
  const isAtOnce = settled.at !== at;
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value, at }), isAtOnce ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, at, isAtOnce]);
  return settled.value;
}
