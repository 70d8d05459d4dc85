import { MessageBar, MessageBarType } from "@fluentui/react";
import * as React from "react";
import type { FormPage } from "../page/FormPage";

const types = { ERROR: MessageBarType.error, WARNING: MessageBarType.warning, INFO: MessageBarType.info } as const;

/** Lines above the form, from scripts and from the form itself. */
export const FormNotifications: React.FC<{ page: FormPage }> = ({ page }) => (
  <div className="form-notifications">
    {page.readOnlyReason !== null && (
      <MessageBar messageBarType={MessageBarType.info} data-notification="read-only">
        Read-only. {page.readOnlyReason}
      </MessageBar>
    )}
    {page.obstacles.map(({ message }) => (
      <MessageBar key={message} messageBarType={MessageBarType.error} data-notification="save-obstacle">
        {message}
      </MessageBar>
    ))}
    {page.notifications.map(({ id, message, level }) => (
      <MessageBar key={`${id}-${message}`} messageBarType={types[level]} data-notification={id} data-level={level}>
        {message}
      </MessageBar>
    ))}
  </div>
);
