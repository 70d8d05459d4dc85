import { Shell } from "../../../../../scripts/tenant/forms/client/app/Shell";
import type { Services } from "../../../../../scripts/tenant/forms/client/app/Services";
import { FormPage } from "../../../../../scripts/tenant/forms/client/page/FormPage";
import { FormSession } from "../../../../../scripts/tenant/forms/client/session/FormSession";
import { setDefaults } from "../../../../../scripts/tenant/forms/client/session/setDefaults";
import type { WebApiRow } from "../../../../../scripts/tenant/forms/client/webApi/WebApiClient";
import { describeTable } from "../../../../../scripts/tenant/forms/server/describeTable";
import { fixtureFormXml } from "./fixtureForm";
import { ids, salesCatalogue, salesSets } from "./salesFixture";

export interface FixtureSession {
  session: FormSession;
  /** The form as scripts see it, typed as they see it. */
  form: Xrm.FormContext;
  shell: Shell;
  /** What went to the Web API. */
  writes: { verb: string; body: WebApiRow }[];
  /** Makes the next write fail. */
  refuseWith: (error: Error | null) => void;
  /** Makes every later read fail. */
  refuseReads: (error: Error) => void;
}

/** The opportunity of the fixture tenant on its form, without a browser or a server. */
export function openFixtureSession({ isNew = false }: { isNew?: boolean } = {}): FixtureSession {
  const description = describeTable(salesCatalogue, "opportunity");
  if (!description) throw new Error("The fixture has no opportunity.");
  const page = new FormPage({ id: "form", name: "Opportunity", xml: fixtureFormXml }, description);
  let row: WebApiRow = salesSets()["opportunities"]?.get(ids.opportunity) ?? {};
  const user = { id: ids.user, name: "Avery Howard" };
  if (isNew) setDefaults(page, {}, user);
  else page.load(ids.opportunity, row);

  const writes: FixtureSession["writes"] = [];
  let refusal: Error | null = null;
  const write =
    (verb: string) =>
    async (...values: unknown[]) => {
      if (refusal) throw refusal;
      const body = values.at(-1) as WebApiRow;
      writes.push({ verb, body });
      row = { ...row, ...body };
      return ids.opportunity;
    };
  const shell = new Shell();
  let readRefusal: Error | null = null;
  const read = async () => {
    if (readRefusal) throw readRefusal;
    return row;
  };
  const api = { read, create: write("create"), update: write("update") };
  const services = { api, shell, app: { user } } as unknown as Services;
  const session = new FormSession(page, services, () => undefined);
  return {
    session,
    form: session.formContext as unknown as Xrm.FormContext,
    shell,
    writes,
    refuseWith: (error) => {
      refusal = error;
    },
    refuseReads: (error) => {
      readRefusal = error;
    },
  };
}
