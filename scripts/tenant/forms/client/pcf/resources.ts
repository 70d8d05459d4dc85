import { onlySupported } from "../xrm/onlySupported";
import type { LoadedControl } from "./ControlLibrary";

/** `context.resources`. A key without a string comes back as it is, as in Dynamics 365. */
export const createResources = ({ strings }: LoadedControl) =>
  onlySupported("context.resources", { getString: (key: string) => strings.get(key) ?? key });
