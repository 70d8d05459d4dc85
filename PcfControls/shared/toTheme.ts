import { createTheme, type IPalette, type ISemanticColors, type Theme } from "@fluentui/react";
import type { Look, Tokens } from "./Look";

// The app hands its colours over in the tokens of Fluent 9; these controls are drawn with Fluent 8.
const toPalette = (tokens: Tokens): Partial<IPalette> => ({
  themePrimary: tokens.colorBrandBackground,
  themeDarkAlt: tokens.colorBrandBackgroundHover,
  themeDark: tokens.colorBrandBackgroundPressed,
  neutralPrimary: tokens.colorNeutralForeground1,
  neutralDark: tokens.colorNeutralForeground1,
  neutralSecondary: tokens.colorNeutralForeground2,
  neutralTertiary: tokens.colorNeutralForegroundDisabled,
  neutralLight: tokens.colorNeutralStroke2,
  neutralLighter: tokens.colorNeutralBackground1Hover,
  white: tokens.colorNeutralBackground1,
});

// Fluent 8 derives these from the background, which makes them unreadable on a dark one.
const toSemanticColors = (tokens: Tokens): Partial<ISemanticColors> => ({
  link: tokens.colorBrandForegroundLink,
  linkHovered: tokens.colorBrandForegroundLinkHover,
  primaryButtonText: tokens.colorNeutralForegroundOnBrand,
  primaryButtonTextHovered: tokens.colorNeutralForegroundOnBrand,
  primaryButtonTextPressed: tokens.colorNeutralForegroundOnBrand,
});

/** Fluent 8 theme in the colours of the app; Fluent's own colours where the app has none. */
export const toTheme = ({ tokens, isDark, isRtl }: Look): Theme =>
  createTheme({
    isInverted: isDark,
    rtl: isRtl,
    ...(tokens && { palette: toPalette(tokens), semanticColors: toSemanticColors(tokens) }),
  });
