import { Icon } from "@fluentui/react";
import * as React from "react";
import type { PageControl } from "../page/PageControl";

/** What scripts, and the form itself, say about a control's value. */
export const FieldNotifications: React.FC<{ control: PageControl; isMissing: boolean }> = ({ control, isMissing }) => (
  <>
    {isMissing && (
      <p className="field-error">
        <Icon iconName="ErrorBadge" />
        <span>Required fields must be filled in.</span>
      </p>
    )}
    {control.notifications.map(({ id, message, level }) => (
      <p key={id} className={level === "ERROR" ? "field-error" : "field-hint"} role="alert">
        <Icon iconName={level === "ERROR" ? "ErrorBadge" : "Lightbulb"} />
        <span>{message}</span>
      </p>
    ))}
  </>
);
