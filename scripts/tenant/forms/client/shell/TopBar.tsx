import { PersonaCoin, PersonaSize } from "@fluentui/react";
import * as React from "react";
import type { AppDescription } from "../../protocol";

/** The bar over everything. It says that this is no cloud environment, so that nobody takes it for one. */
export const TopBar: React.FC<{ app: AppDescription }> = ({ app }) => (
  <header className="top-bar">
    <a className="top-brand" href="/">
      Dynamics 365
    </a>
    <span className="top-app">Sales Hub</span>
    <span className="top-badge">Local tenant</span>
    <span className="top-user">
      {app.user.name}
      <PersonaCoin text={app.user.name} size={PersonaSize.size32} aria-hidden />
    </span>
  </header>
);
