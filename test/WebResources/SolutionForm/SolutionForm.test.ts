import { choices, columns } from "../../../Solution/engine/domain/schema";
import { onLoad } from "../../../WebResources/SolutionForm/SolutionForm";

const own = columns.partnerCenterSolution;

const fakeForm = () => {
  const values = new Map<string, unknown>();
  const handlers: (() => void)[] = [];
  let isDirty = false;
  const getAttribute = (name: string) => ({
    getValue: () => values.get(name) ?? null,
    getIsDirty: () => isDirty,
    setValue: (value: unknown) => values.set(name, value),
    addOnChange: (handler: () => void) => handlers.push(handler),
  });
  const form = { getAttribute } as unknown as Xrm.FormContext;
  const load = () => onLoad({ getFormContext: () => form } as unknown as Xrm.Events.LoadEventContext);
  const change = async (detail: { id: string; name: string } | null) => {
    values.set(own.solutionDetailId, detail && [{ ...detail, entityType: "cosell_solutiondetail" }]);
    handlers.forEach((handler) => handler());
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const choose = (detail: { id: string; name: string } | null) => {
    isDirty = true;
    return change(detail);
  };
  const refresh = (detail: { id: string; name: string }) => {
    isDirty = false;
    return change(detail);
  };
  return { values, handlers, load, choose, refresh };
};

const catalogue = (read: () => Promise<unknown>) => {
  Object.assign(globalThis, { Xrm: { WebApi: { retrieveRecord: jest.fn(read) } } });
};

const accelerator = { id: "0cb58a8b-2a1d-447a-845f-146861c4447b", name: "Field Service Accelerator" };

it("fills name, identifier and kind from the catalogue row that the seller picks", async () => {
  catalogue(async () => ({
    [columns.solutionDetail.solutionId]: "SOL-10001-CFS",
    [columns.solutionDetail.solutionKind]: choices.solutionKind.partnerSolution,
  }));
  const form = fakeForm();
  form.load();
  await form.choose(accelerator);
  expect(form.values.get(own.name)).toBe("Field Service Accelerator");
  expect(form.values.get(own.solutionId)).toBe("SOL-10001-CFS");
  expect(form.values.get(own.solutionKind)).toBe(choices.solutionKind.partnerSolution);
});

it("leaves the form as it is when a refresh brings another row, with all that belongs to it", async () => {
  catalogue(() => Promise.reject(new Error("must not be read")));
  const form = fakeForm();
  form.load();
  form.values.set(own.name, "As it came");
  await form.refresh(accelerator);
  expect(form.values.get(own.name)).toBe("As it came");
});

it("still gives the row its name where the catalogue cannot be read", async () => {
  catalogue(() => Promise.reject(new Error("no privilege")));
  const form = fakeForm();
  form.load();
  await form.choose(accelerator);
  expect(form.values.get(own.name)).toBe("Field Service Accelerator");
  expect(form.values.has(own.solutionId)).toBe(false);
});

it("leaves what was typed when the seller takes the catalogue row away", async () => {
  catalogue(() => Promise.reject(new Error("must not be read")));
  const form = fakeForm();
  form.load();
  form.values.set(own.name, "Typed by hand");
  await form.choose(null);
  expect(form.values.get(own.name)).toBe("Typed by hand");
});

it("listens once, however often the platform loads the form", () => {
  const form = fakeForm();
  form.load();
  form.load();
  expect(form.handlers).toHaveLength(1);
});
