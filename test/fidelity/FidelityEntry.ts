import type { Right } from "./documented/Example";

/** What is believed about: one room of Microsoft's services each. */
export const areas = {
  webApi: "Dataverse Web API",
  fetchXml: "FetchXML",
  metadata: "Tables, columns, choices",
  security: "Security",
  pipeline: "Plug-in pipeline and sandbox",
  solutions: "Import, upgrade, removal",
  forms: "Forms, commands, controls",
  flows: "Power Automate",
  entra: "Microsoft Entra",
  partnerCenter: "Partner Center",
} as const;

export type Area = keyof typeof areas;

/** Where a belief comes from. */
export type Source =
  | { kind: "document"; url: string }
  /** Something that a real service made: a folder of the corpus, or a file of a public repository at a commit. */
  | { kind: "artefact"; name: string }
  /** What the SDK's metadata of a real organization says; `name` tells which dump. */
  | { kind: "metadata"; name: string }
  | Assumption;

/** A belief that nothing written confirms: never tried, and said so to users. */
export interface Assumption {
  kind: "assumed";
  risk: "high" | "medium" | "low";
  /** Why it is believed. */
  because: string;
  /** What happens if it is wrong. */
  ifWrong: string;
  /** The command, or the place, that tells. */
  tells: string;
}

/**
 * A request and what must come back. Names in braces stand for rows: `{account}` for one that the target holds, `{new:accounts}`
 * for one made for this check.
 */
export interface Check {
  /** Method and address below `/api/data/v9.2/`, before it is encoded. */
  request: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  right?: Right;
  /** Words of the refusal that name what the local tenant does not have; it is never guessed. */
  refused?: string;
  /**
   * `anywhere` reads what every environment has; `installed` reads what one has in which the connector is installed; `rows` makes rows,
   * or asks for those made for it, and takes them away; `local` needs the local tenant's own clock, users or keys.
   */
  runs: "anywhere" | "installed" | "rows" | "local";
  /** Whether only an administrator may ask. A real environment is entered as one; the local tenant is asked as a seller. */
  asAdministrator?: boolean;
}

/** How a belief is held down. */
export type Pin =
  | { kind: "check"; check: Check }
  /** A test that fails when the tenant and the belief part: its file, and its title or the beginning of it. */
  | { kind: "test"; file: string; title: string }
  /** Nothing here can show it. */
  | { kind: "unproven" };

/** One behaviour of a service of Microsoft's that the connector, or the local tenant in its place, relies on. */
export interface FidelityEntry {
  /** Unique; begins with the area. */
  id: string;
  area: Area;
  /** One plain sentence, with status and code where it has one. */
  what: string;
  source: Source;
  pin: Pin;
}
