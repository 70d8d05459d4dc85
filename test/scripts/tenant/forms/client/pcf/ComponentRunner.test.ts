/** @jest-environment jsdom */
import type {
  ControlManifest,
  ManifestProperty,
} from "../../../../../../scripts/tenant/forms/client/manifest/ControlManifest";
import { ComponentRunner } from "../../../../../../scripts/tenant/forms/client/pcf/ComponentRunner";
import type { LoadedControl } from "../../../../../../scripts/tenant/forms/client/pcf/ControlLibrary";
import { openFixtureSession, type FixtureSession } from "../../support/openFixtureSession";

type Context = ComponentFramework.Context<Record<string, ComponentFramework.PropertyTypes.Property>>;

const manifest: ControlManifest = {
  namespace: "Acme",
  constructorName: "Gauge",
  version: "1.0.0",
  controlType: "standard",
  properties: [
    { name: "score", types: ["Whole.None"], usage: "bound", isRequired: true, defaultValue: null },
    { name: "topic", types: ["SingleLine.Text"], usage: "bound", isRequired: false, defaultValue: null },
    { name: "mode", types: ["Enum"], usage: "input", isRequired: false, defaultValue: "compact" },
  ],
  dataSets: [],
  events: ["onAskHelp"],
  code: "bundle.js",
  styleSheets: [],
  strings: [],
  platformLibraries: [],
  features: ["WebAPI"],
};

class Recorder {
  readonly contexts: Context[] = [];
  notify: () => void = () => undefined;
  outputs: Record<string, unknown> = {};
  isDestroyed = false;

  init(_context: Context, notify: () => void, _state: unknown, container?: HTMLDivElement): void {
    this.notify = notify;
    container?.append("drawn");
  }
  updateView(context: Context): void {
    this.contexts.push(context);
  }
  getOutputs(): Record<string, unknown> {
    return this.outputs;
  }
  destroy(): void {
    this.isDestroyed = true;
  }
}

interface Running extends FixtureSession {
  runner: ComponentRunner;
  recorder: Recorder;
  container: HTMLDivElement;
  problems: string[];
  last: () => Context;
}

function start(changes: Partial<ControlManifest> = {}): Running {
  globalThis.ResizeObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
  const opened = openFixtureSession();
  const control = opened.session.page.controls.get("acme_score");
  if (!control) throw new Error("The fixture form has no gauge.");
  const recorder = new Recorder();
  const loaded: LoadedControl = {
    name: "acme_Acme.Gauge",
    manifest: { ...manifest, ...changes },
    strings: new Map([["Score", "Deal score"]]),
    create: () => recorder,
  };
  const container = document.createElement("div");
  const problems: string[] = [];
  const runner = new ComponentRunner(opened.session, control, loaded, container, (error) =>
    problems.push((error as Error).message),
  );
  runner.start();
  const last = (): Context => {
    const context = recorder.contexts.at(-1);
    if (!context) throw new Error(`updateView was never called: ${problems.join()}`);
    return context;
  };
  return { ...opened, runner, recorder, container, problems, last };
}

test("a standard control draws into its container and sees bound columns and literals", () => {
  const { container, last } = start();
  const { parameters, resources, mode } = last();

  expect(container.textContent).toBe("drawn");
  expect(parameters["score"]?.raw).toBe(7);
  expect(parameters["score"]?.attributes?.LogicalName).toBe("acme_score");
  expect(parameters["topic"]?.raw).toBe("6 tablets for Contoso");
  expect(parameters["mode"]?.raw).toBe("compact");
  expect(resources.getString("Score")).toBe("Deal score");
  expect(resources.getString("Missing")).toBe("Missing");
  expect([mode.isControlDisabled, mode.isVisible, mode.allocatedWidth]).toEqual([false, true, -1]);
});

test("updateView comes again only when something the component sees changed, and says what", () => {
  const { session, runner, recorder, last } = start();
  session.page.columns.get("description")?.set("Something else");
  runner.refresh();
  expect(recorder.contexts).toHaveLength(1);

  session.page.columns.get("acme_score")?.set(9);
  runner.refresh();

  expect(last().parameters["score"]?.raw).toBe(9);
  expect(last().updatedProperties).toEqual(["score"]);
});

test("outputs go to their columns and run the OnChange handlers; what is not named stays", () => {
  const { session, recorder } = start();
  const onChange = jest.fn();
  session.page.columns.get("acme_score")?.onChange.add(onChange);

  recorder.outputs = { score: 8 };
  recorder.notify();
  recorder.notify();

  expect(session.page.columns.get("acme_score")?.value).toBe(8);
  expect(session.page.columns.get("name")?.value).toBe("6 tablets for Contoso");
  expect(onChange).toHaveBeenCalledTimes(1);
});

test("an output of undefined empties the column", () => {
  const { session, recorder } = start();

  recorder.outputs = { score: undefined };
  recorder.notify();

  expect(session.page.columns.get("acme_score")?.value).toBeNull();
});

test.each([
  [{ colour: 1 }, 'acme_Acme.Gauge puts out "colour", which its manifest does not declare as bound or output.'],
  [{ mode: "full" }, 'acme_Acme.Gauge puts out "mode", which its manifest does not declare as bound or output.'],
  [{ score: "high" }, 'setValue of acme_score: "high" is no value of a column of type integer.'],
])("outputs %j are refused in words", (outputs, words) => {
  const { recorder, problems } = start();

  recorder.outputs = outputs;
  recorder.notify();

  expect(problems).toEqual([words]);
});

test("events of the manifest are there, others are not", () => {
  const { session, last } = start();
  const heard: unknown[] = [];
  const gauge = session.page.controls.get("acme_score");
  const facade = session.formContext.getControl("acme_score") as unknown as {
    addEventHandler: (name: string, handler: (payload: unknown) => void) => void;
  };
  facade.addEventHandler("onAskHelp", (payload) => heard.push(payload));

  const events = (last() as unknown as { events: Record<string, (payload: unknown) => void> }).events;
  events["onAskHelp"]?.({ column: "name" });

  expect(gauge?.componentEvents.has("onAskHelp")).toBe(true);
  expect(heard).toEqual([{ column: "name" }]);
  expect(() => events["onOther"]).toThrow("context.events.onOther is not supported by the local tenant.");
});

test("a feature the manifest does not declare is refused by name", () => {
  const { last } = start({ features: [] });

  expect(() => last().webAPI.retrieveRecord("account", "1")).toThrow(
    'acme_Acme.Gauge calls WebAPI, but its manifest has no <uses-feature name="WebAPI"/>.',
  );
});

test("members the host does not have are refused by name; devices refuse when called", async () => {
  const { last } = start();
  const context = last() as unknown as Record<string, Record<string, unknown>>;

  expect(() => context["copilot"]).toThrow("context.copilot is not supported by the local tenant.");
  expect(() => context["factory"]?.["getPopupService"]).toThrow("context.factory.getPopupService is not supported");
  await expect(last().device.captureImage()).rejects.toThrow("context.device.captureImage is not supported");
  expect(last().fluentDesignLanguage).toBeUndefined();
});

test("a form that leaves a required property open is told so in the component's place", () => {
  const depth: ManifestProperty = {
    name: "depth",
    types: ["Decimal"],
    usage: "bound",
    isRequired: true,
    defaultValue: null,
  };
  const required = [...manifest.properties, depth];
  const { problems } = start({ properties: required });

  expect(problems[0]).toBe('The form does not bind "depth", which acme_Acme.Gauge requires.');
});

test("a stopped component is destroyed and hears of nothing any more", () => {
  const { session, runner, recorder } = start();

  runner.stop();
  session.page.columns.get("acme_score")?.set(1);
  runner.refresh();

  expect(recorder.isDestroyed).toBe(true);
  expect(recorder.contexts).toHaveLength(1);
});
