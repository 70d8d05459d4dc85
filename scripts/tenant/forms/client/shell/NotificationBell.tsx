import { Callout, DefaultButton, DirectionalHint, IconButton, Link } from "@fluentui/react";
import * as React from "react";
import type { Services } from "../app/Services";
import type { WebApiRow } from "../webApi/WebApiClient";

interface Action {
  title: string;
  url: string;
}

interface Notification {
  id: string;
  title: string;
  body: string;
  /** Label of its icon. */
  icon: string;
  createdOn: string;
  actions: readonly Action[];
}

/** As often as model-driven apps ask. */
const pollMs = 60_000;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Actions of the column Data whose address is a page of the app. */
const readActions = (data: string): Action[] => {
  if (data === "") return [];
  const { actions = [] } = JSON.parse(data) as { actions?: { title?: string; data?: { url?: string } }[] };
  return actions.flatMap(({ title, data: { url } = {} }) =>
    title !== undefined && url?.startsWith("?") === true ? [{ title, url }] : [],
  );
};

const readNotification = (row: WebApiRow): Notification => ({
  id: text(row["appnotificationid"]),
  title: text(row["title"]),
  body: text(row["body"]),
  icon: text(row["icontype@OData.Community.Display.V1.FormattedValue"]),
  createdOn: text(row["createdon@OData.Community.Display.V1.FormattedValue"]),
  actions: readActions(text(row["data"])),
});

/** The notifications of whoever works here, asked for now and then. */
const useNotifications = ({ api, app }: Services): [readonly Notification[], () => void] => {
  const [notifications, setNotifications] = React.useState<readonly Notification[]>([]);
  const read = React.useCallback(() => {
    const query = `$select=title,body,icontype,data,createdon&$filter=_ownerid_value eq ${app.user.id}&$orderby=createdon desc`;
    api.read(`appnotifications?${query}`).then(
      ({ value }) => setNotifications((value as WebApiRow[]).map(readNotification)),
      // The next time may be better.
      () => undefined,
    );
  }, [api, app]);
  React.useEffect(() => {
    read();
    const timer = setInterval(read, pollMs);
    return () => clearInterval(timer);
  }, [read]);
  return [notifications, read];
};

interface CardProps {
  notification: Notification;
  onDismiss: () => void;
}

const Card: React.FC<CardProps> = ({ notification: { title, body, icon, createdOn, actions }, onDismiss }) => (
  <li className={`bell-card bell-${icon.toLowerCase()}`} data-notification={title}>
    <div>
      <h3>{title}</h3>
      <p>{body}</p>
      <p className="bell-time">{createdOn}</p>
      {actions.map(({ title: label, url }) => (
        <Link key={label} href={`/main.aspx${url}`}>
          {label}
        </Link>
      ))}
    </div>
    <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel={`Dismiss ${title}`} onClick={onDismiss} />
  </li>
);

/** In-app notifications (`appnotification`), as model-driven apps show them behind a bell. */
export const NotificationBell: React.FC<{ services: Services }> = ({ services }) => {
  const [notifications, read] = useNotifications(services);
  const [isOpen, setIsOpen] = React.useState(false);
  const bell = React.useRef<HTMLDivElement>(null);
  const dismiss = (id: string): void => void services.api.delete("appnotifications", id).then(read, read);
  const label = notifications.length === 0 ? "Notifications" : `Notifications (${notifications.length})`;
  return (
    <div ref={bell} className="bell">
      <IconButton
        iconProps={{ iconName: "Ringer" }}
        ariaLabel={label}
        title={label}
        data-command="notifications"
        onClick={() => setIsOpen(!isOpen)}
      />
      {notifications.length > 0 && (
        <span className="bell-count" aria-hidden>
          {notifications.length}
        </span>
      )}
      {isOpen && (
        <Callout
          target={bell}
          setInitialFocus
          isBeakVisible={false}
          directionalHint={DirectionalHint.bottomRightEdge}
          onDismiss={() => setIsOpen(false)}
          role="dialog"
          ariaLabel="Notifications"
          className="bell-list"
        >
          <h2>Notifications</h2>
          {notifications.length === 0 && <p>Nothing new.</p>}
          <ul>
            {notifications.map((notification) => (
              <Card key={notification.id} notification={notification} onDismiss={() => dismiss(notification.id)} />
            ))}
          </ul>
          <DefaultButton text="Close" onClick={() => setIsOpen(false)} />
        </Callout>
      )}
    </div>
  );
};
