import type { Instant } from "../domain/values/instant";
import type { WebhookEvent } from "../domain/webhook/WebhookEvent";

/** What is known about notifications; forgetting any of it costs a request and nothing else. */
export interface EventLog {
  /** Whether this very notification was handled before, by this process of the host. */
  isHandled(event: WebhookEvent): Promise<boolean>;
  noteHandled(event: WebhookEvent): Promise<void>;
  /** Tells administrators that notifications arrive. */
  noteArrival(on: Instant): Promise<void>;
}
