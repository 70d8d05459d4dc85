import * as React from "react";
import type { Services } from "../app/Services";
import type { FormSession } from "../session/FormSession";
import type { RecordAddress } from "../app/addresses";
import { openRecord } from "../session/openRecord";

/** The open record; an Error when it cannot be opened, null until either is known. */
export function useSession(
  services: Services,
  address: RecordAddress,
  onClose: () => void,
): FormSession | Error | null {
  const [session, setSession] = React.useState<FormSession | Error | null>(null);
  const close = React.useRef(onClose);
  close.current = onClose;
  React.useEffect(() => {
    let isGone = false;
    const tell = (next: FormSession | Error): void => {
      if (!isGone) setSession(next);
    };
    openRecord(services, address, () => close.current()).then(tell, (error: unknown) =>
      tell(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isGone = true;
    };
  }, [services, address]);
  return session;
}
