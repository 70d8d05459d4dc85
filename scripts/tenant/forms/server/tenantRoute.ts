import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { FormCatalogue } from "../FormCatalogue";
import { describeApp } from "./describeApp";
import { describeCharts, describeDashboard } from "./describeCharts";
import { describeCommands } from "./describeCommands";
import { describeForms } from "./describeForms";
import { describeTable } from "./describeTable";
import { describeViews } from "./describeViews";
import { inUserLanguage, namesIn } from "./inUserLanguage";
import { json, notFound, type Route } from "./FormRequest";

export interface TenantRouteOptions {
  service: OrganizationService;
  catalogue: FormCatalogue;
  organizationId: string;
  /** Whether a user may change a row. */
  mayWrite: (access: { userId: string; table: string; id: string }) => Promise<boolean>;
  /** Whether a user's roles give a right on rows of a table, at least as far as `depth`. */
  hasPrivilege: (privilege: { userId: string; right: string; depth: number; table: string }) => Promise<boolean>;
}

/** `/tenant/access/<table>/<id>`, `/tenant/app`, `/tenant/tables/<table>`, `/tenant/forms/<table>`, `/tenant/views/<table>`, `/tenant/charts/<table>`, `/tenant/commands/<table>` and `/tenant/dashboards/<id>`. */
export function createTenantRoute(options: TenantRouteOptions): Route {
  const { service, catalogue, organizationId, mayWrite, hasPrivilege } = options;
  return async ({ path, userId, language }) => {
    const [, accessed, id] = /^\/tenant\/access\/(\w+)\/([0-9a-f-]+)$/i.exec(path) ?? [];
    if (accessed !== undefined && id !== undefined)
      return json({ mayWrite: await mayWrite({ userId, table: accessed, id }) });
    if (path === "/tenant/app")
      return json(await describeApp(service, catalogue, { userId, organizationId, language }));
    const [, dashboardId] = /^\/tenant\/dashboards\/([0-9a-f-]+)$/i.exec(path) ?? [];
    if (dashboardId !== undefined) {
      const dashboard = await describeDashboard(service, dashboardId, namesIn(language.id, catalogue, "systemform"));
      return dashboard ? json(dashboard) : notFound(`The dashboard ${dashboardId}`);
    }
    const [, what, table] = /^\/tenant\/(tables|forms|views|charts|commands)\/(\w+)$/.exec(path) ?? [];
    if (table === undefined) return null;
    if (what === "forms") return json(await describeForms(service, table, namesIn(language.id, catalogue, table)));
    if (what === "views") return json(await describeViews(service, table, namesIn(language.id, catalogue, table)));
    if (what === "charts") return json(await describeCharts(service, table, namesIn(language.id, catalogue, table)));
    if (what === "commands")
      return json(
        await describeCommands(service, table, language.id, (privilege) => hasPrivilege({ ...privilege, userId })),
      );
    const description = describeTable(inUserLanguage(catalogue, language.id), table);
    return description ? json(description) : notFound(`The table "${table}"`);
  };
}
