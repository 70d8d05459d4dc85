import * as React from "react";
import type { PageControl } from "../page/PageControl";

const focusable = "input, textarea, button, a[href], [tabindex='0']";

/** Gives a control the focus a script asked for, as soon as the control is on the screen. */
export function useWantedFocus(control: PageControl | undefined, wrapper: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    if (!control?.isFocusWanted) return;
    const target = wrapper.current?.querySelector<HTMLElement>(focusable);
    if (!target || target.offsetParent === null) return;
    control.isFocusWanted = false;
    target.scrollIntoView({ block: "center" });
    target.focus();
  });
}
