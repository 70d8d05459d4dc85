import type * as React from "react";
import type { ControlKind } from "../formXml/controlKinds";
import { ChoiceControl } from "./ChoiceControl";
import { ChoicesControl } from "./ChoicesControl";
import { DateTimeControl } from "./DateTimeControl";
import type { FieldProps } from "./FieldProps";
import { EmailControl, UrlControl } from "./LinkedTextControl";
import { LookupControl } from "./LookupControl";
import { MemoControl } from "./MemoControl";
import { NumberControl } from "./NumberControl";
import { TextControl } from "./TextControl";
import { YesNoControl } from "./YesNoControl";

/** The component that draws each kind of plain control. */
export const fieldByKind: Partial<Record<ControlKind, React.FC<FieldProps>>> = {
  text: TextControl,
  memo: MemoControl,
  number: NumberControl,
  money: NumberControl,
  choice: ChoiceControl,
  choices: ChoicesControl,
  yesNo: YesNoControl,
  dateTime: DateTimeControl,
  lookup: LookupControl,
  url: UrlControl,
  email: EmailControl,
};
