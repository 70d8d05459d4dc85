import * as React from "react";
import type { Services } from "../app/Services";
import { GlobalNotifications } from "./GlobalNotifications";
import { ShellLayer } from "./ShellLayer";
import { SiteMap } from "./SiteMap";
import { TopBar } from "./TopBar";

/** Bar, site map and page, with whatever lies over them. */
export const AppFrame: React.FC<{ services: Services; currentTable: string }> = ({
  services,
  currentTable,
  children,
}) => (
  <div className="app-frame">
    <TopBar app={services.app} />
    <div className="app-body">
      <SiteMap entries={services.app.siteMap} current={currentTable} />
      <main className="app-page">
        <GlobalNotifications shell={services.shell} />
        {children}
      </main>
    </div>
    <ShellLayer services={services} />
  </div>
);
