/** The colour tokens of Fluent 9 that these controls take over. */
export type Tokens = Readonly<
  Record<
    | "colorBrandBackground"
    | "colorBrandBackgroundHover"
    | "colorBrandBackgroundPressed"
    | "colorBrandForegroundLink"
    | "colorBrandForegroundLinkHover"
    | "colorNeutralForegroundOnBrand"
    | "colorNeutralForeground1"
    | "colorNeutralForeground2"
    | "colorNeutralForegroundDisabled"
    | "colorNeutralStroke2"
    | "colorNeutralBackground1"
    | "colorNeutralBackground1Hover",
    string
  >
>;

/** How the app around a control looks. */
export interface Look {
  /** Colours of the app; absent where it has no modern look. */
  tokens: Tokens | undefined;
  isDark: boolean;
  isRtl: boolean;
}

/** Reads the look from the platform. */
export const toLook = ({
  fluentDesignLanguage,
  userSettings,
}: Pick<ComponentFramework.Context<unknown>, "fluentDesignLanguage" | "userSettings">): Look => ({
  tokens: fluentDesignLanguage?.tokenTheme as Tokens | undefined,
  isDark: fluentDesignLanguage?.isDarkTheme ?? false,
  isRtl: userSettings.isRTL,
});
