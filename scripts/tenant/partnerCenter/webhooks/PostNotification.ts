/** A signed call of the registered address. */
export interface Notification {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  timeoutMs: number;
}

export type NotificationAnswer = { kind: "answered"; status: number } | { kind: "failed"; problem: string };

/** How notifications leave the sandbox: over the network, or into a simulation. Never rejects. */
export type PostNotification = (notification: Notification) => Promise<NotificationAnswer>;
