import type { Instant } from "../domain/values/instant";
import type { JsonObject } from "../domain/values/Json";

/** The execution context of the plug-in, as the host writes it. */
export interface EngineRequest {
  now: Instant;
  messageName: string;
  /** 1 in asynchronous steps, which the platform can run again. */
  mode: number;
  /** 1 where people, flows and other programs asked for the operation, more where a plug-in did. */
  depth: number;
  primaryEntityName: string;
  primaryEntityId: string | null;
  inputParameters: JsonObject;
  preImages: JsonObject;
  /** Lower-case GUID of the user whom the operation runs as. */
  userId: string;
  correlationId: string;
  isInTransaction: boolean;
  /** Time this run may take, from `now` on. */
  budgetMs: number;
}
