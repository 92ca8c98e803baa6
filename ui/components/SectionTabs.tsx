import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import './section-tabs.css';

export interface Section {
  key: string;
  label: string;
  children?: ReactNode;
}

interface Props {
  sections: Section[];
  active: string;
  onChange: (key: string) => void;
  /** what the row of tabs chooses between, for a screen reader */
  label: string;
}

/** Tabs that wrap instead of hiding some of themselves; arrows, Home and End move between them. */
export function SectionTabs({ sections, active, onChange, label }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = sections.find(({ key }) => key === active) ?? sections[0];
  const index = sections.findIndex(({ key }) => key === current?.key);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = sections.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    };
    const target = sections[moves[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    onChange(target.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(target.key)}"]`)?.focus();
  };

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="section-tabs" onKeyDown={onKeyDown}>
        {sections.map(({ key, label: name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            data-tab={key}
            aria-selected={key === current?.key}
            aria-controls={`${id}-panel`}
            tabIndex={key === current?.key ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {name}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls must be reachable too */}
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.key}`} tabIndex={0}>
        {current?.children}
      </div>
    </>
  );
}
