import { MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import * as React from "react";
import type { Shell } from "../app/Shell";
import { useSignal } from "../app/useSignal";

const types = {
  1: MessageBarType.success,
  2: MessageBarType.error,
  3: MessageBarType.warning,
  4: MessageBarType.info,
} as const;

/** `Xrm.App.addGlobalNotification`: lines above every page. */
export const GlobalNotifications: React.FC<{ shell: Shell }> = ({ shell }) => {
  useSignal(shell.changed);
  return (
    <>
      {shell.notifications.map(({ id, message, level, isCloseable, action }) => (
        <MessageBar
          key={id}
          messageBarType={types[level]}
          {...(isCloseable && { onDismiss: () => shell.clearNotification(id), dismissButtonAriaLabel: "Close" })}
          {...(action && { actions: <MessageBarButton text={action.label} onClick={() => action.run()} /> })}
        >
          {message}
        </MessageBar>
      ))}
    </>
  );
};
