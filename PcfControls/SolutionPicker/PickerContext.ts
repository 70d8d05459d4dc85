import type { IInputs } from "./generated/ManifestTypes";

/** The platform's context with what its types leave out: the record of a model-driven form. */
export type PickerContext = Omit<ComponentFramework.Context<IInputs>, "mode"> & {
  mode: ComponentFramework.Mode & { contextInfo?: { entityId?: string | null } };
};
