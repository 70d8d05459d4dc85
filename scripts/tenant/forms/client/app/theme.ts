import { loadTheme } from "@fluentui/react";

/** The blue of the unified interface in place of Fluent's own. */
export function applyTheme(): void {
  loadTheme({
    palette: {
      themePrimary: "#0f6cbd",
      themeLighterAlt: "#f3f8fc",
      themeLighter: "#d0e4f5",
      themeLight: "#a9cfec",
      themeTertiary: "#60a2d7",
      themeSecondary: "#247ec5",
      themeDarkAlt: "#0e60a9",
      themeDark: "#0b518e",
      themeDarker: "#083c69",
    },
    fonts: { medium: { fontFamily: '"Segoe UI", "Segoe UI Web (West European)", "Liberation Sans", sans-serif' } },
  });
}
