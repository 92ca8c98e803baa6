/** antd's tokens for both pages: official, calm, legible at 100 dossiers a day. */
import type { ThemeConfig } from 'antd';
import { palette } from './palette.ts';

export const FONT_FAMILY = "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.primary,
    colorLink: palette.primary,
    colorInfo: palette.primary,
    colorSuccess: palette.success,
    colorWarning: palette.warning,
    colorError: palette.danger,
    colorInfoBg: palette.primaryTint,
    colorSuccessBg: palette.successTint,
    colorWarningBg: palette.warningTint,
    colorErrorBg: palette.dangerTint,
    colorInfoBorder: '#a9c6e2',
    colorSuccessBorder: '#a5d0b4',
    colorWarningBorder: '#e5c078',
    colorErrorBorder: '#e2a6a3',
    colorText: palette.text,
    colorTextSecondary: palette.textQuiet,
    colorTextTertiary: palette.textQuiet,
    colorTextDescription: palette.textQuiet,
    colorTextPlaceholder: '#66737f',
    colorTextQuaternary: '#66737f',
    colorTextDisabled: '#66737f',
    colorBgLayout: palette.ground,
    colorBorder: '#8593a3',
    colorBorderSecondary: palette.border,
    fontFamily: FONT_FAMILY,
    fontSize: 15,
    borderRadius: 6,
    controlHeight: 36,
    // antd measures its popups while they move in: movement is switched off here, not by style rules
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      headerBg: '#eef2f7',
      headerColor: palette.text,
      rowHoverBg: palette.primaryTint,
      rowSelectedBg: palette.primaryTint,
      rowSelectedHoverBg: palette.primaryTint,
      cellPaddingBlockMD: 10,
    },
    Card: { headerFontSize: 16 },
    Form: { itemMarginBottom: 16, labelColor: palette.text },
    Menu: { itemSelectedBg: palette.primaryTint, itemSelectedColor: palette.primaryDark },
    Descriptions: { labelColor: palette.textQuiet },
    Tabs: { titleFontSize: 15 },
  },
};
