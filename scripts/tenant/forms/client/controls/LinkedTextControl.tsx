import { IconButton, Link } from "@fluentui/react";
import * as React from "react";
import type { FieldProps } from "./FieldProps";
import { TextControl } from "./TextControl";

/** Only addresses a browser opens harmlessly become links. */
const toHref = {
  url: (text: string) => (/^https?:\/\//i.test(text) ? text : null),
  email: (text: string) => `mailto:${text}`,
};

/** A web or e-mail address: a link when it can only be read, an input with an open button otherwise. */
const LinkedTextControl: React.FC<FieldProps & { kind: keyof typeof toHref; icon: string }> = ({
  kind,
  icon,
  ...field
}) => {
  const text = typeof field.column.value === "string" ? field.column.value : "";
  const href = text === "" ? null : toHref[kind](text);
  if (field.isDisabled && href !== null)
    return (
      <Link id={field.inputId} className="linked-text" href={href} target="_blank" rel="noreferrer">
        {text}
      </Link>
    );
  return (
    <div className="with-action">
      <TextControl {...field} />
      {href !== null && (
        <IconButton
          iconProps={{ iconName: icon }}
          ariaLabel={`Open ${field.control.label}`}
          href={href}
          target="_blank"
          rel="noreferrer"
        />
      )}
    </div>
  );
};

export const UrlControl: React.FC<FieldProps> = (field) => <LinkedTextControl {...field} kind="url" icon="Globe" />;

export const EmailControl: React.FC<FieldProps> = (field) => <LinkedTextControl {...field} kind="email" icon="Mail" />;
