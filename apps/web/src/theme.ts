import type { ThemeConfig } from 'antd';

/** Colours by role; contrast measured on white and on the page (docs of the screens). Nothing else names a colour. */
export const colors = {
  text: '#1B2430',
  text2: '#465260',
  text3: '#5E6A77',
  page: '#F4F6F8',
  primary: '#1F4E8C',
  primaryHover: '#173D70',
  tint: '#E8F0FA',
  border: '#7B8794',
  divider: '#DDE3E9',
  error: '#A3201A',
  success: '#1C6238',
  warning: '#7A4A00',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colors.primary,
    colorLink: colors.primary,
    colorText: colors.text,
    colorTextSecondary: colors.text2,
    colorTextTertiary: colors.text3,
    colorTextDescription: colors.text3,
    colorTextPlaceholder: colors.text3,
    colorBorder: colors.border,
    colorBorderSecondary: colors.divider,
    colorError: colors.error,
    colorSuccess: colors.success,
    colorWarning: colors.warning,
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 22 / 14,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadow: '0 2px 8px rgba(27,36,48,.16)',
    fontFamily:
      '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Source Han Sans CN","WenQuanYi Micro Hei",sans-serif',
  },
};
