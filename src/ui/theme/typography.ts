import { FONT_SANS } from './font-families.ts';

const px = (size: number) => `${size / 16}rem`;

/** Type roles; the smallest size is 11 px. */
export const typography = {
  fontFamily: FONT_SANS,
  fontSize: 13,
  htmlFontSize: 16,
  fontWeightMedium: 500,
  fontWeightBold: 600,
  h1: { fontSize: px(21), lineHeight: 28 / 21, fontWeight: 600, letterSpacing: '-0.022em' },
  h2: { fontSize: px(15), lineHeight: 22 / 15, fontWeight: 600, letterSpacing: '-0.012em' },
  h3: { fontSize: px(13), lineHeight: 20 / 13, fontWeight: 600, letterSpacing: '-0.003em' },
  h4: { fontSize: px(19), lineHeight: 25 / 19, fontWeight: 600, letterSpacing: '-0.018em' },
  subtitle1: { fontSize: px(13), lineHeight: 20 / 13, fontWeight: 500, letterSpacing: '-0.003em' },
  subtitle2: { fontSize: px(13), lineHeight: 20 / 13, fontWeight: 600, letterSpacing: '-0.003em' },
  body1: { fontSize: px(13), lineHeight: 20 / 13, letterSpacing: '-0.003em' },
  body2: { fontSize: px(12), lineHeight: 16 / 12, letterSpacing: '-0.003em' },
  caption: { fontSize: px(11), lineHeight: 16 / 11, fontWeight: 500, letterSpacing: '-0.003em' },
  button: {
    fontSize: px(12.5),
    lineHeight: 20 / 12.5,
    fontWeight: 500,
    letterSpacing: '-0.003em',
    textTransform: 'none' as const,
  },
};
