import { toLook, type Tokens } from "../../../PcfControls/shared/Look";
import { toTheme } from "../../../PcfControls/shared/toTheme";

const tokens = {
  colorBrandBackground: "#115ea3",
  colorNeutralForeground1: "#ffffff",
  colorNeutralForegroundOnBrand: "#fefefe",
  colorNeutralBackground1: "#292929",
  colorBrandForegroundLink: "#479ef5",
} as unknown as Tokens;

it("takes over the colours of a dark app, with readable text on its buttons", () => {
  const { semanticColors, isInverted } = toTheme({ tokens, isDark: true, isRtl: false });
  expect(isInverted).toBe(true);
  expect(semanticColors.bodyText).toBe("#ffffff");
  expect(semanticColors.bodyBackground).toBe("#292929");
  expect(semanticColors.link).toBe("#479ef5");
  expect(semanticColors.primaryButtonText).toBe("#fefefe");
});

it("keeps Fluent's own colours where the app has no modern look", () => {
  const look = toLook({ userSettings: { isRTL: true } as ComponentFramework.UserSettings });
  expect(look).toEqual({ tokens: undefined, isDark: false, isRtl: true });
  const theme = toTheme(look);
  expect(theme.rtl).toBe(true);
  expect(theme.semanticColors.bodyText).toBe("#323130");
});
