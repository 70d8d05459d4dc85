import { Icon } from "@fluentui/react";
import * as React from "react";

/** Takes the place of a page that cannot be shown. */
export const Problem: React.FC<{ title: string; text: string }> = ({ title, text }) => (
  <div className="problem" role="alert">
    <Icon iconName="Error" className="problem-icon" />
    <h1>{title}</h1>
    <p>{text}</p>
  </div>
);
