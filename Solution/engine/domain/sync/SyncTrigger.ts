/** Who asks for a sync: a person who waits for the answer, a step after any edit, an event of Partner Center, or maintenance. */
export type SyncTrigger = "person" | "step" | "event" | "maintenance";
