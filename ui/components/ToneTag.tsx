import type { ReactNode } from 'react';
import { palette } from '../theme/palette.ts';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A small label that says its meaning by word and sign; the colour only helps. */
export function ToneTag({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  const { ink, ground } = TONES[tone];
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        padding: '1px 8px',
        borderRadius: 4,
        border: `1px solid color-mix(in srgb, ${ink} 35%, transparent)`,
        background: ground,
        color: ink,
        fontSize: 13.5,
        fontWeight: 500,
        lineHeight: '22px',
        whiteSpace: 'nowrap',
      }}
    >
      {icon && <span aria-hidden="true">{icon}</span>}
      {children}
    </span>
  );
}

const TONES: Record<Tone, { ink: string; ground: string }> = {
  neutral: { ink: palette.textQuiet, ground: palette.neutralTint },
  info: { ink: palette.primaryDark, ground: palette.primaryTint },
  success: { ink: palette.success, ground: palette.successTint },
  warning: { ink: palette.warning, ground: palette.warningTint },
  danger: { ink: palette.danger, ground: palette.dangerTint },
};
