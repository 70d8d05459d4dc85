import * as React from "react";
import type { AppPage } from "../app/parsePage";
import type { Services } from "../app/Services";
import { DashboardPage } from "../charts/DashboardPage";
import { RecordPage } from "../form/RecordPage";
import { ListPage } from "../list/ListPage";
import { Problem } from "./Problem";
import { WebResourcePage } from "./WebResourcePage";

const titleOf = ({ app }: Services, name: string): string =>
  app.apps.flatMap(({ siteMap }) => siteMap).find(({ target }) => target === name)?.label ?? name;

/** The page an address means. */
export const CurrentPage: React.FC<{ services: Services; page: AppPage }> = ({ services, page }) => {
  switch (page.kind) {
    case "record":
      return <RecordPage services={services} address={page.address} />;
    case "list":
      return <ListPage services={services} table={page.table} viewId={page.viewId} />;
    case "dashboard":
      return <DashboardPage services={services} id={page.id} />;
    case "webResource":
      return <WebResourcePage name={page.name} title={titleOf(services, page.name)} />;
    case "unknown":
      return (
        <Problem
          title="This page is not here"
          text={`Pages of type "${page.pageType}" are not supported by the local tenant.`}
        />
      );
  }
};
