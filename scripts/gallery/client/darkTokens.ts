/** What a dark app hands to its controls: the colours of `webDarkTheme` of Fluent 9 that these controls take over. */
export const darkTokens = {
  colorBrandBackground: "#115ea3",
  colorBrandBackgroundHover: "#0f6cbd",
  colorBrandBackgroundPressed: "#0c3b5e",
  colorBrandForegroundLink: "#479ef5",
  colorBrandForegroundLinkHover: "#62abf5",
  colorNeutralForegroundOnBrand: "#ffffff",
  colorNeutralForeground1: "#ffffff",
  colorNeutralForeground2: "#d6d6d6",
  colorNeutralForegroundDisabled: "#5c5c5c",
  colorNeutralStroke2: "#525252",
  colorNeutralBackground1: "#292929",
  colorNeutralBackground1Hover: "#3d3d3d",
} as const;
