import { english, userLanguages, type UserLanguage } from "../../tenant/dataverse/languages";

export const widths = { full: "Full width", compact: "One column of a form", phone: "Phone" } as const;
export type Width = keyof typeof widths;

/** What a page of the gallery shows: it all stands in its address. */
export interface GalleryAddress {
  item: string;
  /** Empty: all states of the item. */
  state: string;
  language: UserLanguage;
  isDark: boolean;
  width: Width;
}

const isWidth = (text: string): text is Width => Object.hasOwn(widths, text);

export const readAddress = (search: string): GalleryAddress => {
  const query = new URLSearchParams(search);
  const width = query.get("width") ?? "";
  return {
    item: query.get("item") ?? "",
    state: query.get("state") ?? "",
    language: userLanguages.find(({ id }) => String(id) === query.get("lang")) ?? english,
    isDark: query.get("theme") === "dark",
    width: isWidth(width) ? width : "full",
  };
};

/** What differs from a page that says nothing. */
export const writeAddress = ({ item, state, language, isDark, width }: GalleryAddress): string => {
  const said = {
    item,
    state,
    lang: language === english ? "" : String(language.id),
    theme: isDark ? "dark" : "",
    width: width === "full" ? "" : width,
  };
  return `?${new URLSearchParams(Object.entries(said).filter(([, value]) => value !== "")).toString()}`;
};
