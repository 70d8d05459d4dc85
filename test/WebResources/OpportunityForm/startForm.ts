import { choices, columns } from "../../../Solution/engine/domain/schema";
import type { Row } from "../../../WebResources/shared/forms/DataClient";
import { startCoSell } from "../../../WebResources/OpportunityForm/startCoSell";
import { createFakeClient } from "../shared/forms/fakeClient";
import { createFakeForm, type FakeFormOptions } from "../shared/forms/fakeForm";

const { opportunity } = columns;
export const savedId = "{0F2C1A4E-1111-4222-8333-ABCDEF012345}";

const defaults = {
  [opportunity.syncWithPartnerCenter]: true,
  [opportunity.syncStatus]: choices.syncStatus.notShared,
  [opportunity.referralIdentifier]: null,
  name: "Fleet renewal",
};

/** A synced opportunity on its form, and a server that answers when the test says so. */
export const start = (
  { values, ...options }: FakeFormOptions = {},
  isCheckMarkShown = true,
  rows: Readonly<Record<string, Row[]>> = {},
) => {
  const fake = createFakeForm({ id: savedId, values: { ...defaults, ...values }, ...options });
  const server = createFakeClient(rows);
  startCoSell({
    form: fake.form,
    client: server.client,
    settings: async () => ({ isCheckMarkShown }),
    ask: async () => true,
  });
  return { ...fake, server, line: () => fake.notifications.get("cosell")?.text ?? "" };
};
