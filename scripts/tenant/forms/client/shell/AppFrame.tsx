import * as React from "react";
import type { ModelDrivenApp } from "../../protocol";
import type { Services } from "../app/Services";
import { GlobalNotifications } from "./GlobalNotifications";
import { ShellLayer } from "./ShellLayer";
import { SiteMap } from "./SiteMap";
import { TopBar } from "./TopBar";

interface AppFrameProps {
  services: Services;
  /** The app that is open. */
  app: ModelDrivenApp;
  /** Table or web resource that the page shows. */
  current: string;
}

/** Bar, site map and page, with whatever lies over them. */
export const AppFrame: React.FC<AppFrameProps> = ({ services, app, current, children }) => (
  <div className="app-frame">
    <TopBar services={services} app={app} />
    <div className="app-body">
      <SiteMap entries={app.siteMap} current={current} />
      <main className="app-page">
        <GlobalNotifications shell={services.shell} />
        {children}
      </main>
    </div>
    <ShellLayer services={services} />
  </div>
);
