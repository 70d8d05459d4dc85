import type { Outcome } from "../domain/failure/Outcome";
import type { UnfinishedJob } from "../domain/health/checkJobs";
import type { StoredSignIn } from "../domain/health/checkStoredSignIn";
import type { WorkCounts } from "../domain/health/checkMessages";
import type { CalendarDay } from "../domain/values/calendarDay";
import type { Instant } from "../domain/values/instant";

/** What the connection row tells about its life; null where something has not happened yet. */
export interface ConnectionRecord extends StoredSignIn {
  createdOn: Instant;
  lastEventOn: Instant | null;
  lastSweepOn: Instant | null;
  /** When the last run of maintenance began that came to its end. */
  lastRunOn: Instant | null;
}

/** What the self-test reads in Dataverse; one request each, unless said. */
export interface HealthStore {
  /** Null before anybody began to sign in. */
  connection(): Promise<Outcome<ConnectionRecord | null>>;
  messages(): Promise<Outcome<WorkCounts>>;
  /** System jobs of the connector's steps from the last 24 hours, the newest first, as far as the caller may see. */
  jobs(): Promise<Outcome<readonly UnfinishedJob[]>>;
  /** Whether a custom API of that unique name is there, as far as the caller may see. */
  hasCustomApi(uniqueName: string): Promise<Outcome<boolean>>;
  /** Active rows of the catalogue. */
  solutions(): Promise<Outcome<number>>;
  /** Null when Dataverse does not say. Two requests. */
  callsOn(day: CalendarDay): Promise<number | null>;
}
