import type { FormCatalogue } from "../../../../../scripts/tenant/forms/FormCatalogue";
import { fixtureService, type FixtureRows } from "./fixtureService";
import { fixtureWebApi, type FixtureWebApi } from "./fixtureWebApi";
import { serveForms, type ServedForms } from "./serveForms";

export interface FixtureTenant extends ServedForms {
  api: FixtureWebApi;
}

export interface FixtureTenantOptions {
  catalogue: FormCatalogue;
  /** Forms, views, web resources and users. */
  rows: FixtureRows;
  sets: FixtureWebApi["sets"];
  userId: string;
}

const organizationId = "0b9d3b9c-0d7f-4a52-8bfb-6d3f8a2c0001";

/** The form host with fixtures in the place of everything behind it. */
export async function startFixtureTenant({
  catalogue,
  rows,
  sets,
  userId,
}: FixtureTenantOptions): Promise<FixtureTenant> {
  const api = fixtureWebApi(sets);
  const forms = await serveForms(
    {
      service: fixtureService(rows),
      catalogue,
      userId,
      organizationId,
      mayWrite: () => Promise.resolve(true),
      hasPrivilege: () => Promise.resolve(true),
    },
    [(...exchange) => api.handle(...exchange)],
  );
  return { ...forms, api };
}
