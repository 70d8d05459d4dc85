import type { ColumnFacts, KnownColumns } from "../../../domain/columns/ColumnFacts";
import { parseJson } from "../../../domain/values/parseJson";
import { addMs, msBetween, type Instant } from "../../../domain/values/instant";
import type { Json, JsonObject } from "../../../domain/values/Json";
import type { Clock } from "../../../ports/Clock";
import type { Host } from "../../host/Host";
import type { Memo } from "../../host/Memo";
import { readColumn } from "./readColumn";

/** What columns take, by `table.column`. */
export type ReadColumns = (names: readonly string[]) => Promise<KnownColumns>;

interface Remembered {
  until: Instant;
  columns: Readonly<Record<string, ColumnFacts | null>>;
  /** Columns that the platform would not tell about. */
  absent: readonly string[];
}

const memoKey = "knownColumns";
const rememberMs = 3_600_000;

/** There is no column of that name; of the table one is certain. */
const missing = ["0x80041103", "0x80040217"];

/**
 * Column metadata over the bridge, remembered in the host's process. Read as the user, since the host lets SYSTEM do no such thing;
 * every user may. A host that cannot carry metadata, and whatever else goes wrong, leaves columns unknown.
 */
export const createColumnReader = (host: Host, memo: Memo, clock: Clock): ReadColumns => {
  const recall = async (now: Instant): Promise<Remembered> => {
    const text = await memo.get(memoKey);
    const known = text === null ? null : (parseJson(text) as Remembered | null);
    return known ?? { until: addMs(now, rememberMs), columns: {}, absent: [] };
  };

  const ask = async (name: string): Promise<ColumnFacts | null | undefined> => {
    const [EntityLogicalName = "", LogicalName = ""] = name.split(".");
    const answer = await host.call<{ results: JsonObject }>("org.execute", {
      message: "RetrieveAttribute",
      parameters: { EntityLogicalName, LogicalName, RetrieveAsIfPublished: false },
      as: "user",
    });
    if (answer.ok) return readColumn(answer.value.results["AttributeMetadata"]);
    return missing.includes(answer.code.toLowerCase()) ? null : undefined;
  };

  return async (names) => {
    const now = await clock.now();
    const known = await recall(now);
    const wanted = [...new Set(names)].filter(
      (name) => !Object.hasOwn(known.columns, name) && !known.absent.includes(name),
    );
    const columns: Record<string, ColumnFacts | null> = { ...known.columns };
    const absent = [...known.absent];
    for (const name of wanted) {
      const facts = await ask(name);
      if (facts === undefined) absent.push(name);
      else columns[name] = facts;
    }
    if (wanted.length > 0) {
      const remembered: Json = { until: known.until, columns, absent };
      await memo.put(memoKey, JSON.stringify(remembered), Math.max(0, msBetween(now, known.until)));
    }
    return Object.fromEntries(names.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]]])));
  };
};
