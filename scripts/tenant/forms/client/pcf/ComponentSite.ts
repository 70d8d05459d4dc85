import type { FormSession } from "../session/FormSession";
import type { PageControl } from "../page/PageControl";
import type { LoadedControl } from "./ControlLibrary";

/** Where a code component stands: what its context is made of. */
export interface ComponentSite {
  session: FormSession;
  control: PageControl;
  loaded: LoadedControl;
  /** -1 until the component asks to be told sizes. */
  size: { width: number; height: number };
  trackSize: (isOn: boolean) => void;
  requestRender: () => void;
  /** Keeps what the component wants back with its next `init` on this page. */
  keepState: (state: Record<string, unknown>) => boolean;
}
