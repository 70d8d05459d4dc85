import { choices, columns } from "../../../Solution/engine/domain/schema";
import { onLoad } from "../../../WebResources/OpportunityForm/OpportunityForm";
import { transportFailureWords } from "../../../WebResources/shared/forms/strings";
import { createFakeForm, settle } from "../shared/forms/fakeForm";

const { opportunity } = columns;

/** The global Xrm of a form on a device without network: nothing here may need a server. */
const installXrm = (openConfirmDialog: () => Promise<{ confirmed: boolean }>): void => {
  const client = { isOffline: () => false, isNetworkAvailable: () => false };
  Object.assign(globalThis, {
    Xrm: { Utility: { getGlobalContext: () => ({ client }) }, Navigation: { openConfirmDialog } },
  });
};

const open = () => {
  const fake = createFakeForm({
    id: "{A}",
    values: {
      [opportunity.syncWithPartnerCenter]: true,
      [opportunity.syncStatus]: choices.syncStatus.ready,
      [opportunity.referralVisibility]: choices.referralVisibility.private,
      [opportunity.howCanMicrosoftHelp]: null,
    },
  });
  const load = (): void => onLoad({ getFormContext: () => fake.form } as unknown as Xrm.Events.LoadEventContext);
  load();
  return { ...fake, load };
};

it("tells an offline seller that nothing is lost", async () => {
  installXrm(async () => ({ confirmed: true }));
  const form = open();
  await form.save();
  await settle();
  expect(form.notifications.get("cosell")?.text).toBe(transportFailureWords.offline);
});

it("listens once to a form that the platform loads again", async () => {
  const dialog = jest.fn(async () => ({ confirmed: false }));
  installXrm(dialog);
  const form = open();
  form.load();
  form.type(opportunity.referralVisibility, choices.referralVisibility.visible);
  await settle();
  expect(dialog).toHaveBeenCalledTimes(1);
});

it.each([
  ["confirmed", async () => ({ confirmed: true }), choices.referralVisibility.visible],
  ["dismissed", async () => ({ confirmed: false }), choices.referralVisibility.private],
  ["impossible to show", () => Promise.reject(new Error("no dialogs here")), choices.referralVisibility.private],
])("takes a dialog that was %s as what it is", async (_case, dialog, visibility) => {
  installXrm(dialog);
  const form = open();
  form.type(opportunity.referralVisibility, choices.referralVisibility.visible);
  await settle();
  expect(form.valueOf(opportunity.referralVisibility)).toBe(visibility);
});
