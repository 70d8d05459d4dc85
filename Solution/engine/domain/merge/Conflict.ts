import type { choices } from "../schema";
import type { Instant } from "../values/instant";
import type { Json } from "../values/Json";

/** How a conflict ended. */
export type ConflictDecision = keyof typeof choices.conflictDecision;

/** A field that both sides changed, with every value that was typed: whichever wins, none is lost. */
export interface Conflict {
  /** Names the conflict for good among those of its link; noting it again changes it. */
  key: string;
  /** Place in the referral. */
  path: string;
  /** As sellers know the field. */
  label: string;
  /** The three values as a referral holds them. */
  here: Json;
  there: Json;
  agreed: Json;
  /** Null: open. `by` is a person's name, or what decided instead. */
  decision: { kind: ConflictDecision; by: string } | null;
  /** Noted for the first time. */
  isNew: boolean;
  /** An earlier decision was taken back. */
  isUndone?: true;
  /** Of this note: when it was found, or decided. */
  on: Instant;
}
