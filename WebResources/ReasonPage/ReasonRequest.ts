/** What the page that asks for a reason is opened with. */
export interface ReasonRequest {
  kind: "decline" | "closeLost";
  /** What it is about: one name, or how many. */
  about: string;
}

/** The same, with the place where the answer is left for whoever asked. */
export interface AskedReason extends ReasonRequest {
  key: string;
}

/** Name of the parameter that the platform hands to a page; it does not always keep small letters. */
const parameter = "data";

/** The request in the address of the page; null where there is none. */
export const readReasonRequest = (search: string): AskedReason | null => {
  const [, json] = [...new URLSearchParams(search)].find(([name]) => name.toLowerCase() === parameter) ?? [];
  try {
    const parsed = JSON.parse(json ?? "") as Partial<AskedReason>;
    const { key, about, kind } = parsed;
    if (typeof key !== "string" || typeof about !== "string") return null;
    return { key, about, kind: kind === "closeLost" ? "closeLost" : "decline" };
  } catch {
    return null;
  }
};
