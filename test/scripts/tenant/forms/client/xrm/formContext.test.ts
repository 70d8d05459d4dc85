/** @jest-environment jsdom */
import { isReadOnly } from "../../../../../../scripts/tenant/forms/client/controls/isReadOnly";
import { WebApiError } from "../../../../../../scripts/tenant/forms/client/webApi/WebApiError";
import { openFixtureSession, type FixtureSession } from "../../support/openFixtureSession";
import { ids } from "../../support/salesFixture";

let opened: FixtureSession;
let form: Xrm.FormContext;

beforeEach(() => {
  opened = openFixtureSession();
  form = opened.form;
});

function found<Part>(part: Part | null): Part {
  if (part === null) throw new Error("The form does not have this part.");
  return part;
}

const attribute = (name: string) => found(form.getAttribute<Xrm.Attributes.StringAttribute>(name));
const control = (name: string) => found(form.getControl<Xrm.Controls.StandardControl>(name));

describe("attributes", () => {
  test("a value set by a script makes the record dirty and runs no handler; fireOnChange runs them", () => {
    const onChange = jest.fn();
    attribute("name").addOnChange(onChange);

    attribute("name").setValue("Eight tablets");
    expect([attribute("name").getValue(), attribute("name").getIsDirty(), form.data.entity.getIsDirty()]).toEqual([
      "Eight tablets",
      true,
      true,
    ]);
    expect(onChange).not.toHaveBeenCalled();

    attribute("name").fireOnChange();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test("a handler finds its attribute and its form in the execution context", () => {
    const onChange = jest.fn((context: Xrm.Events.EventContext) => {
      expect(context.getEventSource()).toBe(attribute("name"));
      expect(context.getFormContext()).toBe(form);
    });
    attribute("name").addOnChange(onChange as never);

    attribute("name").fireOnChange();

    expect(onChange).toHaveBeenCalledTimes(1);
  });

  test("lookups carry ids in braces and capitals, and take them in either way", () => {
    const account = found(form.getAttribute<Xrm.Attributes.LookupAttribute>("parentaccountid"));
    expect(account.getValue()).toEqual([
      { id: `{${ids.account.toUpperCase()}}`, name: "Contoso Ltd", entityType: "account" },
    ]);

    account.setValue([{ id: ids.account, name: "Contoso Ltd", entityType: "account" }]);
    expect(account.getIsDirty()).toBe(false);
  });

  test("options of a choice, with the selected one", () => {
    const rating = found(form.getAttribute<Xrm.Attributes.OptionSetAttribute>("opportunityratingcode"));

    expect(rating.getText()).toBe("Hot");
    expect(rating.getSelectedOption()).toEqual({ text: "Hot", value: 1 });
    expect(rating.getOptions().map(({ text }) => text)).toEqual(["Hot", "Warm", "Cold"]);
  });

  test("a value of another type is refused and changes nothing", () => {
    expect(() => attribute("acme_score").setValue("seven")).toThrow(
      'setValue of acme_score: "seven" is no value of a column of type integer.',
    );
    expect(attribute("acme_score").getValue()).toBe(7);
  });

  test("a column that is not on the form has no attribute", () => {
    expect(form.getAttribute("campaignid")).toBeNull();
  });

  test("members of other types are undefined, members of no type are refused", () => {
    const loose = attribute("name") as unknown as Record<string, unknown>;

    expect(loose["getOptions"]).toBeUndefined();
    expect(() => loose["getFancyValue"]).toThrow("attribute(name).getFancyValue is not supported by the local tenant.");
  });

  test("a date handed out cannot be changed behind the form's back", () => {
    const due = found(form.getAttribute<Xrm.Attributes.DateAttribute>("estimatedclosedate"));
    due.getValue()?.setFullYear(1999);

    expect(due.getValue()).toEqual(new Date(2026, 10, 30));
  });
});

describe("controls and their places", () => {
  test("every control of a column is in the attribute's collection, header ones too", () => {
    expect(
      attribute("ownerid")
        .controls.get()
        .map((each) => each.getName()),
    ).toEqual(["header_ownerid", "ownerid"]);
  });

  test("a control knows its section, the section its tab; header controls have none", () => {
    const section = control("acme_consent").getParent();

    expect(section.getName()).toBe("section_acme");
    expect(section.getParent().getName()).toBe("tab_acme");
    expect(control("header_ownerid").getParent()).toBeNull();
  });

  test("setFocus of a tab opens it and runs its state change handlers once", () => {
    const tab = found(form.ui.tabs.get("tab_acme"));
    const onStateChange = jest.fn();
    tab.addTabStateChange(onStateChange);

    tab.setFocus();
    tab.setFocus();

    expect(tab.getDisplayState()).toBe("expanded");
    expect(found(form.ui.tabs.get("Summary")).getDisplayState()).toBe("collapsed");
    expect(onStateChange).toHaveBeenCalledTimes(1);
  });

  test("only a code component has events of its own", () => {
    const gauge = control("acme_score") as unknown as Record<string, unknown>;
    const plain = control("name") as unknown as Record<string, unknown>;

    expect(gauge["addEventHandler"]).toBeInstanceOf(Function);
    expect(plain["addEventHandler"]).toBeUndefined();
  });
});

describe("saving", () => {
  test("sends dirty columns, and those a script always wants sent; never those it never wants sent", async () => {
    attribute("name").setValue("Eight tablets");
    attribute("description").setValue("Not for the server");
    attribute("description").setSubmitMode("never");
    attribute("acme_consent").setSubmitMode("always");

    await form.data.save();

    expect(opened.writes).toEqual([{ verb: "update", body: { name: "Eight tablets", acme_consent: true } }]);
    expect(form.data.getIsDirty()).toBe(false);
  });

  test("hazard: saving what nobody edited still runs the handlers, and writes nothing", async () => {
    const onPostSave = jest.fn();
    form.data.entity.addOnPostSave(onPostSave);

    await form.data.save();

    expect(opened.writes).toEqual([]);
    expect(onPostSave).toHaveBeenCalledTimes(1);
  });

  test("preventDefault rejects the script's save and writes nothing", async () => {
    form.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => context.getEventArgs().preventDefault());
    attribute("name").setValue("Eight tablets");

    await expect(form.data.save()).rejects.toMatchObject({ message: "prevented" });
    expect(opened.writes).toEqual([]);
  });

  test("an error notification on a control keeps the record back until it is cleared", async () => {
    const description = control("description");
    attribute("name").setValue("Eight tablets");
    description.setNotification("Say more.", "acme");
    await expect(form.data.save()).rejects.toMatchObject({ message: "incomplete" });

    description.clearNotification("acme");
    await form.data.save();

    expect(opened.writes).toHaveLength(1);
  });

  test("a refusal is shown with the server's words, told to the handlers, and the edit stays", async () => {
    opened.refuseWith(new WebApiError("0x80040265", "Frozen.", 400));
    const told: unknown[] = [];
    form.data.entity.addOnPostSave((context) => told.push(context.getEventArgs().getIsSaveSuccess()));
    attribute("name").setValue("Eight tablets");

    await expect(form.data.save()).rejects.toEqual({ errorCode: "0x80040265", message: "Frozen." });
    expect(opened.shell.dialogs).toMatchObject([{ kind: "error", title: "Business Process Error", text: "Frozen." }]);
    expect(told).toEqual([false]);
    expect(attribute("name").getValue()).toBe("Eight tablets");
  });

  test("after a save the form shows what the server holds, and the load handlers have run", async () => {
    const onLoad = jest.fn();
    form.data.addOnLoad(onLoad);
    attribute("name").setValue("Eight tablets");
    await form.data.save();

    await form.data.refresh(false);

    expect(attribute("name").getValue()).toBe("Eight tablets");
    expect(onLoad).toHaveBeenCalled();
  });
});

test("a record that is closed can only be read, and says so", () => {
  const { page } = opened.session;
  const name = page.controls.get("name");
  expect([form.ui.getFormType(), name && isReadOnly(opened.session, name)]).toEqual([2, false]);

  page.load(ids.opportunity, {
    ...page.row,
    statecode: 1,
    "statecode@OData.Community.Display.V1.FormattedValue": "Won",
  });

  expect(page.readOnlyReason).toBe("This record's status: Won");
  expect([form.ui.getFormType(), name && isReadOnly(opened.session, name)]).toEqual([4, true]);
});

test("a record that the user may not change can only be read, and says so", () => {
  const { page } = opened.session;
  const name = page.controls.get("name");
  page.mayWrite = false;

  expect(page.readOnlyReason).toBe("You don't have access to edit this record.");
  expect([form.ui.getFormType(), name && isReadOnly(opened.session, name)]).toEqual([3, true]);
});

describe("notifications above the form", () => {
  test("one id has one line; clearing says whether there was one", () => {
    form.ui.setFormNotification("First", "INFO", "acme");
    form.ui.setFormNotification("Second", "WARNING", "acme");

    expect(opened.session.page.notifications).toEqual([{ id: "acme", message: "Second", level: "WARNING" }]);
    expect([form.ui.clearFormNotification("acme"), form.ui.clearFormNotification("acme")]).toEqual([true, false]);
  });
});
