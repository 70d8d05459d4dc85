import type * as React from "react";
import type { ControlKind } from "../formXml/controlKinds";
import type { FieldProps } from "./FieldProps";
import { TextControl } from "./TextControl";

/** The component that draws each kind of plain control. */
export const fieldByKind: Partial<Record<ControlKind, React.FC<FieldProps>>> = {
  text: TextControl,
};
