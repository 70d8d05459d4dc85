/** Parameters that the platform hands to a script of a command, as far as the tenant knows them. */
export const platformParameters = [
  "PrimaryControl",
  "SelectedControl",
  "FirstPrimaryItemId",
  "PrimaryItemIds",
  "PrimaryEntityTypeName",
  "SelectedEntityTypeName",
  "FirstSelectedItemId",
  "SelectedControlSelectedItemCount",
  "SelectedControlSelectedItemIds",
  "SelectedControlSelectedItemReferences",
] as const;

export type PlatformParameter = (typeof platformParameters)[number];

export type ScriptParameter =
  { kind: "platform"; name: PlatformParameter } | { kind: "literal"; value: string | number | boolean };

/** A function of a web resource, and what it is called with. */
export interface ScriptCall {
  functionName: string;
  /** Name of the web resource. */
  library: string;
  parameters: ScriptParameter[];
}

export type FormState = "Create" | "Existing" | "ReadOnly" | "Disabled" | "BulkEdit";

interface Invertible {
  isInverted: boolean;
}

/** When a command is there; all of its rules have to hold. */
export type CommandRule =
  | ({ kind: "value"; column: string; value: string; ifUnknown: boolean } & Invertible)
  | ({ kind: "formState"; state: FormState } & Invertible)
  | ({ kind: "selectionCount"; minimum: number; maximum: number | null } & Invertible)
  | ({ kind: "privilege"; right: string; depth: number; table: string } & Invertible)
  | ({ kind: "script"; call: ScriptCall; ifUnknown: boolean } & Invertible)
  | { kind: "any"; of: CommandRule[][] };

/** A button over a form, a list or a subgrid, or one that opens a menu. */
export interface CommandBarButton {
  id: string;
  label: string;
  /** What it does, in a sentence; empty where nothing is said. */
  description: string;
  /** Name of the web resource with its picture. */
  icon: string | null;
  sequence: number;
  rules: CommandRule[];
  /** Null for a button that opens a menu. */
  action: ScriptCall | null;
  /** Empty for a button that does something itself. */
  menu: CommandBarButton[];
}

export type CommandPlace = "form" | "list" | "subgrid";

/** What a solution adds to the command bars of a table. */
export interface CommandBar {
  buttons: (CommandBarButton & { place: CommandPlace })[];
  /** What the tenant cannot show as Dynamics 365 would, so that it shows nothing; each with the reason. */
  notShown: { id: string; reason: string }[];
}
