import { protocolRefusals } from "../protocolRefusals";

export interface Preferences {
  /** Answer a write with the row. */
  returnsRepresentation: boolean;
  /** Rows a page; 5,000 at most. */
  maxPageSize?: number;
  /** Names of annotations to send, with `*` at the end of a prefix. */
  annotations: readonly string[];
  /** Go on with a batch after a request of it has failed. */
  continuesOnError: boolean;
}

const none: Preferences = { returnsRepresentation: false, annotations: [], continuesOnError: false };

const unquote = (text: string): string => text.replace(/^"(.*)"$/, "$1");

/** `a=1, b="x,y"; c`: Dataverse takes semicolons too; nothing separates inside quotes. */
const splitPreferences = (header: string): string[] =>
  (header.match(/(?:[^,;"]|"[^"]*")+/g) ?? []).map((preference) => preference.trim()).filter((text) => text !== "");

function applyPreference(preferences: Preferences, written: string, header: string): Preferences {
  const [name = "", ...rest] = written.split("=");
  const value = unquote(rest.join("=").trim());
  switch (name.trim().toLowerCase()) {
    case "return":
      if (value === "representation") return { ...preferences, returnsRepresentation: true };
      if (value === "minimal") return preferences;
      break;
    case "odata.maxpagesize":
      if (/^[1-9]\d*$/.test(value)) return { ...preferences, maxPageSize: Number(value) };
      break;
    case "odata.include-annotations":
      return { ...preferences, annotations: value.split(",").map((each) => each.trim()) };
    case "odata.continue-on-error":
      return { ...preferences, continuesOnError: value === "" || value === "true" };
  }
  throw protocolRefusals.headerUnknown("Prefer", header);
}

/** Reads a `Prefer` header; a preference that is not known is refused, although the protocol would let us ignore it. */
export function readPreferences(header: string | undefined): Preferences {
  let preferences = none;
  for (const written of splitPreferences(header ?? ""))
    preferences = applyPreference(preferences, written, header ?? "");
  return preferences;
}

/** Whether the annotation was asked for, by its name or by `*` behind a part of it. */
export const wantsAnnotation = ({ annotations }: Preferences, name: string): boolean =>
  annotations.some((pattern) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name));

/** The `Preference-Applied` for annotations, which stand in whatever JSON was asked for with them. */
export const annotationsApplied = ({ annotations }: Preferences): string | undefined =>
  annotations.length === 0 ? undefined : `odata.include-annotations="${annotations.join(",")}"`;
