import { choices, columns } from "../../../Solution/engine/domain/schema";
import { guardVisibility } from "../../../WebResources/OpportunityForm/guardVisibility";
import type { Question } from "../../../WebResources/shared/forms/Question";
import { createNotices } from "../../../WebResources/shared/forms/Notices";
import { words } from "../../../WebResources/shared/forms/strings";
import { createFakeForm, settle } from "../shared/forms/fakeForm";

const visibility = columns.opportunity.referralVisibility;
const help = columns.opportunity.howCanMicrosoftHelp;
const { private: onlyUs, visible } = choices.referralVisibility;
const { quotesAndLicensing, generalOrOther } = choices.howCanMicrosoftHelp;

const guard = (values: Record<string, unknown>, { isShared = true, serverValues = {} } = {}) => {
  const fake = createFakeForm({ id: "x", values, serverValues: () => serverValues });
  const questions: Question[] = [];
  const answers: ((isConfirmed: boolean) => void)[] = [];
  const ask = (question: Question): Promise<boolean> => {
    questions.push(question);
    return new Promise((resolve) => answers.push(resolve));
  };
  guardVisibility({ form: fake.form, notices: createNotices(fake.form, "visibility"), ask, isShared: () => isShared });
  const answer = async (isConfirmed: boolean): Promise<void> => {
    answers.shift()?.(isConfirmed);
    await settle();
  };
  return { ...fake, questions, answer };
};

it("asks before Microsoft sellers may see the referral, and holds the old value while it asks", async () => {
  const form = guard({ [visibility]: onlyUs, [help]: null });
  form.type(visibility, visible);
  expect(form.questions).toEqual([words.visibilityQuestion]);
  expect(form.valueOf(visibility)).toBe(onlyUs);

  await form.answer(true);
  expect(form.valueOf(visibility)).toBe(visible);
});

it("keeps the referral private when the seller cancels", async () => {
  const form = guard({ [visibility]: onlyUs, [help]: null });
  form.type(visibility, visible);
  await form.answer(false);
  expect(form.valueOf(visibility)).toBe(onlyUs);
});

it("sets help and visibility together, after one question", async () => {
  const form = guard({ [visibility]: onlyUs, [help]: null });
  form.type(help, quotesAndLicensing);
  expect(form.questions).toEqual([words.helpQuestion]);
  expect([form.valueOf(help), form.valueOf(visibility)]).toEqual([null, onlyUs]);

  await form.answer(true);
  expect([form.valueOf(help), form.valueOf(visibility)]).toEqual([quotesAndLicensing, visible]);
  expect(form.questions).toHaveLength(1);
});

it("takes the help option back when the seller cancels", async () => {
  const form = guard({ [visibility]: onlyUs, [help]: null });
  form.type(help, quotesAndLicensing);
  await form.answer(false);
  expect([form.valueOf(help), form.valueOf(visibility)]).toEqual([null, onlyUs]);
});

it("asks nothing about help when the referral is visible already", () => {
  const form = guard({ [visibility]: visible, [help]: quotesAndLicensing });
  form.type(help, generalOrOther);
  form.type(help, null);
  expect(form.questions).toHaveLength(0);
  expect([form.valueOf(help), form.valueOf(visibility)]).toEqual([null, visible]);
});

it.each([onlyUs, null])("never lets a shared referral go back from visible to %s, and says why", (wanted) => {
  const form = guard({ [visibility]: visible, [help]: null });
  form.type(visibility, wanted);
  expect(form.valueOf(visibility)).toBe(visible);
  expect(form.notifications.get("visibility")?.text).toBe(words.visibilityIsFinal);
});

it("lets a seller change their mind before anything is shared", () => {
  const form = guard({ [visibility]: visible, [help]: null }, { isShared: false });
  form.type(visibility, onlyUs);
  expect(form.valueOf(visibility)).toBe(onlyUs);
});

it("takes what a refresh brings as agreed", async () => {
  const form = guard({ [visibility]: onlyUs, [help]: null }, { serverValues: { [visibility]: visible } });
  await form.form.data.refresh(false);
  form.type(visibility, onlyUs);
  expect(form.valueOf(visibility)).toBe(visible);
});

it("asks again after the seller went back to the value that is stored", async () => {
  const form = guard({ [visibility]: onlyUs, [help]: null });
  form.type(visibility, visible);
  await form.answer(true);
  form.goBack(visibility, onlyUs);
  expect(form.valueOf(visibility)).toBe(onlyUs);

  form.type(visibility, visible);
  expect(form.questions).toHaveLength(2);
  expect(form.valueOf(visibility)).toBe(onlyUs);
});

it("asks nothing about what Microsoft changed, and leaves it as it came", async () => {
  const serverValues = { [visibility]: visible, [help]: quotesAndLicensing };
  const form = guard({ [visibility]: onlyUs, [help]: null }, { serverValues });
  await form.form.data.refresh(false);
  await settle();
  expect(form.questions).toEqual([]);
  expect([form.valueOf(visibility), form.valueOf(help)]).toEqual([visible, quotesAndLicensing]);
  expect(form.form.data.getIsDirty()).toBe(false);
});

it("asks about help also where the form has no visibility column", async () => {
  const form = guard({ [help]: null });
  form.type(help, quotesAndLicensing);
  expect(form.questions).toHaveLength(1);
  await form.answer(true);
  expect(form.valueOf(help)).toBe(quotesAndLicensing);
});
