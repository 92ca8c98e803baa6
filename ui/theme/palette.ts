/** The house's colours. Each pair of text on ground below keeps a contrast of at least 4.5 : 1. */
export const palette = {
  /** the state's calm blue: links, main buttons */
  primary: '#0b5394',
  primaryDark: '#083b6b',
  primaryTint: '#eaf2fa',
  /** the thin rule under the top bar */
  accent: '#b3261e',
  ground: '#f4f6f9',
  surface: '#ffffff',
  border: '#d5dce5',
  text: '#1b2733',
  textQuiet: '#51606f',
  success: '#1b6e3c',
  successTint: '#e7f4ec',
  warning: '#8a5300',
  warningTint: '#fff4de',
  danger: '#a8201a',
  dangerTint: '#fdeceb',
  neutralTint: '#eef1f5',
} as const;
