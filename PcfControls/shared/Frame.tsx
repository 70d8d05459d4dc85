import { ThemeProvider, type Theme } from "@fluentui/react";
import * as React from "react";
import type { Look } from "./Look";
import { toTheme } from "./toTheme";

// Style sheets of controls are static files, so the colours of the app reach them as custom properties.
const toCustomProperties = ({ semanticColors: colors }: Theme): React.CSSProperties => {
  return {
    "--cosell-text": colors.bodyText,
    "--cosell-subtext": colors.bodySubtext,
    "--cosell-line": colors.bodyDivider,
    "--cosell-link": colors.link,
    "--cosell-on-tone": colors.messageText,
    "--cosell-success": colors.successIcon,
    "--cosell-success-back": colors.successBackground,
    "--cosell-danger": colors.errorIcon,
    "--cosell-danger-back": colors.errorBackground,
    "--cosell-warning": colors.severeWarningIcon,
    "--cosell-warning-back": colors.warningBackground,
    "--cosell-info": colors.link,
    "--cosell-info-back": colors.infoBackground,
    "--cosell-neutral-back": colors.infoBackground,
  } as React.CSSProperties;
};

export interface FrameProps {
  look: Look;
  className: string;
  children: React.ReactNode;
}

/** The outermost element of a control: theme, colours and reading direction. */
export const Frame = ({ look, className, children }: FrameProps): React.ReactElement => {
  const { tokens, isDark, isRtl } = look;
  const theme = React.useMemo(() => toTheme({ tokens, isDark, isRtl }), [tokens, isDark, isRtl]);
  return (
    <ThemeProvider theme={theme}>
      <div className={`cosell ${className}`} dir={isRtl ? "rtl" : "ltr"} style={toCustomProperties(theme)}>
        {children}
      </div>
    </ThemeProvider>
  );
};
