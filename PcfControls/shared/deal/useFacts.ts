import * as React from "react";

export type FactsState<Facts> =
  | { kind: "reading"; facts: null }
  | { kind: "failed"; facts: null; lacksRole: boolean }
  /** While they are read again the facts of before stay on the screen. */
  | { kind: "read"; facts: Facts };

/** Whoever reads no table of the connector lacks the role; the platform names the privilege in any language. */
const namesOwnPrivilege = (reason: unknown): boolean => {
  const { message } = Object(reason) as { message?: unknown };
  return typeof message === "string" && /prvReadcosell_/i.test(message);
};

const reading = { kind: "reading", facts: null } as const;

/**
 * Facts beside the form. They are read again when their owner changes, when a sync has left its mark, and when the seller asks.
 * Facts of one owner are never told of another. `read` null: there is nothing to read.
 */
export const useFacts = <Facts>(
  read: (() => Promise<Facts>) | null,
  owner: string,
  syncMark: string,
): { state: FactsState<Facts>; readAgain: () => void } => {
  const [latest, setLatest] = React.useState<{ owner: string; state: FactsState<Facts> }>({ owner, state: reading });
  const [turn, setTurn] = React.useState(0);
  const readAgain = React.useCallback(() => setTurn((last) => last + 1), []);
  // The platform hands over a new object with each update; only its latest one matters.
  const source = React.useRef(read);
  source.current = read;

  React.useEffect(() => {
    let isOutdated = false;
    const finish = (state: FactsState<Facts>): void => {
      if (!isOutdated) setLatest({ owner, state });
    };
    source.current?.().then(
      (facts) => finish({ kind: "read", facts }),
      (reason: unknown) => finish({ kind: "failed", facts: null, lacksRole: namesOwnPrivilege(reason) }),
    );
    return () => {
      isOutdated = true;
    };
  }, [owner, syncMark, turn]);

  return { state: latest.owner === owner ? latest.state : reading, readAgain };
};
