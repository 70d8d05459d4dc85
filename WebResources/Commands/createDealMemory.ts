import type { DataClient } from "../shared/forms/DataClient";
import type { Deal } from "./Deal";
import { readDealsOf } from "./readDealsOf";

/** The rules of all buttons are asked at once; what they ask the server is asked once. */
const freshForMs = 1_500;

interface DealMemory {
  /** Deals as read just now. None where they could not be read: a rule has nobody to tell. */
  (table: string, ids: readonly string[]): Promise<readonly Deal[]>;
  /** Whatever is asked next is read anew. */
  forget(): void;
}

/** Reads deals for rules, and remembers them for a moment. */
export const createDealMemory = (client: DataClient, now: () => number = Date.now): DealMemory => {
  let last: { key: string; readOn: number; deals: Promise<readonly Deal[]> } | null = null;
  const recall = (table: string, ids: readonly string[]): Promise<readonly Deal[]> => {
    if (ids.length === 0) return Promise.resolve([]);
    const key = `${table} ${ids.join()}`;
    if (last?.key !== key || now() - last.readOn > freshForMs)
      last = { key, readOn: now(), deals: readAll(client, table, ids) };
    return last.deals;
  };
  return Object.assign(recall, {
    forget: () => {
      last = null;
    },
  });
};

const readAll = async (client: DataClient, table: string, ids: readonly string[]): Promise<readonly Deal[]> => {
  const found = await readDealsOf(client, table, ids);
  return found.kind === "done" ? found.value : [];
};
