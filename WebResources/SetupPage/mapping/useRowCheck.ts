import * as React from "react";
import type { FieldMappingRow } from "../../../Solution/engine/domain/fieldMapping/FieldMappingRow";
import type { SetupClient } from "../SetupClient";
import { toMappingText, transferMapping, type MappingChange } from "./Mapping";

/** So long nobody types before a row is looked at. */
const pauseMs = 400;

/** What the rules say of a row. */
export interface RowCheck {
  /** Null while it is typed or looked at. */
  change: MappingChange | null;
  /** Why it could not be looked at; empty while it could. */
  words: string;
}

/** Holds a row against the rules while it is typed; null for a row that is not to be looked at. */
export const useRowCheck = (client: SetupClient, row: FieldMappingRow | null): RowCheck => {
  const [check, setCheck] = React.useState<RowCheck>({ change: null, words: "" });
  const typed = row === null ? "" : toMappingText(row);
  React.useEffect(() => {
    setCheck({ change: null, words: "" });
    if (typed === "") return undefined;
    let isOld = false;
    const timer = setTimeout(() => {
      void transferMapping(client, typed, true).then((reply) => {
        if (isOld) return;
        setCheck(
          reply.kind === "done"
            ? { change: reply.value, words: reply.value.words }
            : { change: null, words: reply.words },
        );
      });
    }, pauseMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [client, typed]);
  return check;
};
