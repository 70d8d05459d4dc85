import type { KeyedStore } from "../../identity/KeyedStore";
import type { Delivery } from "../webhooks/Delivery";
import { DueQueue } from "./DueQueue";

const maxFinished = 1000;

/** Notifications by id; those that wait, in the order they fall due. */
export interface DeliveryStore {
  get(id: string): Delivery | undefined;
  /** In the order they were first put in. */
  all(): Delivery[];
  put(delivery: Delivery): void;
  /** Takes the earliest one due, which whoever takes it must put back; undefined when none is due. */
  takeDue(nowMs: number): Delivery | undefined;
  nextDueAtMs(): number | null;
  clear(): void;
}

/** Of those delivered or dropped only the latest thousand are remembered; parked ones all. */
export function queueDeliveries(rows: KeyedStore<Delivery>): DeliveryStore {
  let queue = new DueQueue();
  const finished: string[] = [];

  function sort(delivery: Delivery): void {
    if (delivery.state === "waiting") return queue.put(delivery.id, delivery.dueAtMs);
    queue.remove(delivery.id);
    if (delivery.state === "parked") return;
    finished.push(delivery.id);
    const oldest = finished.length > maxFinished ? finished.shift() : undefined;
    if (oldest !== undefined && rows.get(oldest)?.state !== "waiting") rows.delete(oldest);
  }

  for (const row of [...rows.values()]) sort(row);
  return {
    get: (id) => rows.get(id),
    all: () => [...rows.values()],
    put(delivery) {
      rows.set(delivery.id, delivery);
      sort(delivery);
    },
    takeDue(nowMs) {
      const id = queue.takeDue(nowMs);
      return id === undefined ? undefined : rows.get(id);
    },
    nextDueAtMs: () => queue.nextDueAtMs(),
    clear() {
      rows.clear();
      queue = new DueQueue();
      finished.length = 0;
    },
  };
}
