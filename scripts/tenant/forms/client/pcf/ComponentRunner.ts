import * as React from "react";
import * as ReactDOM from "react-dom";
import type { ColumnValue } from "../page/ColumnValue";
import type { PageControl } from "../page/PageControl";
import type { FormSession } from "../session/FormSession";
import { isReadOnly } from "../controls/isReadOnly";
import { areEqual } from "../page/ColumnValue";
import { applyOutputs } from "./applyOutputs";
import { ComponentBoundary } from "./ComponentBoundary";
import type { ComponentSite } from "./ComponentSite";
import type { ControlInstance, LoadedControl } from "./ControlLibrary";
import { createContext } from "./createContext";

type ReactInstance = ComponentFramework.ReactControl<Record<string, unknown>, Record<string, unknown>>;

/** Everything whose change makes the platform call `updateView`. */
type Snapshot = ReadonlyMap<string, ColumnValue>;

const changesBetween = (before: Snapshot, after: Snapshot): string[] =>
  [...after].filter(([name, value]) => !areEqual(value, before.get(name) ?? null)).map(([name]) => name);

/** Runs one code component inside a container, from `init` to `destroy`. */
export class ComponentRunner {
  private readonly site: ComponentSite;
  private readonly instance: ControlInstance;
  private readonly observer = new ResizeObserver(() => this.resize());
  private snapshot: Snapshot = new Map();
  private isRunning = true;

  constructor(
    session: FormSession,
    control: PageControl,
    loaded: LoadedControl,
    private readonly container: HTMLDivElement,
    private readonly onError: (error: unknown) => void,
  ) {
    this.site = {
      session,
      control,
      loaded,
      size: { width: -1, height: -1 },
      trackSize: (isOn) => (isOn ? this.observer.observe(container) : this.observer.disconnect()),
      requestRender: () => this.render([]),
      keepState: (state) => {
        control.componentState = state;
        return true;
      },
    };
    this.instance = loaded.create();
  }

  start(): void {
    this.snapshot = this.takeSnapshot();
    const target = this.site.loaded.manifest.controlType === "virtual" ? undefined : this.container;
    const state = this.site.control.componentState;
    this.guard(() => this.instance.init(createContext(this.site, []), () => this.takeOutputs(), state, target));
    this.render([]);
  }

  /** Called whenever the page changed; `updateView` runs only when something this component sees did. */
  refresh(): void {
    const now = this.takeSnapshot();
    const changes = changesBetween(this.snapshot, now);
    this.snapshot = now;
    if (changes.length > 0) this.render(changes);
  }

  stop(): void {
    this.isRunning = false;
    this.observer.disconnect();
    this.guard(() => this.instance.destroy());
    if (this.site.loaded.manifest.controlType === "virtual") ReactDOM.unmountComponentAtNode(this.container);
  }

  private takeSnapshot(): Snapshot {
    const { page } = this.site.session;
    const { control, size } = this.site;
    const bound = control.model.custom?.parameters.filter(({ isStatic }) => !isStatic) ?? [];
    return new Map<string, ColumnValue>([
      ...bound.map(({ property, value }): [string, ColumnValue] => [property, page.columns.get(value)?.value ?? null]),
      [
        "mode",
        JSON.stringify([isReadOnly(this.site.session, control), control.isVisible, control.label, page.id, size]),
      ],
      ["dataset", control.grid?.revision ?? 0],
    ]);
  }

  private resize(): void {
    const { width, height } = this.container.getBoundingClientRect();
    this.site.size = { width: Math.round(width), height: Math.round(height) };
    this.refresh();
  }

  private takeOutputs(): void {
    this.guard(() => applyOutputs(this.site, this.instance.getOutputs?.() ?? {}));
  }

  private render(updatedProperties: string[]): void {
    if (!this.isRunning) return;
    this.guard(() => {
      const context = createContext(this.site, updatedProperties);
      if (this.site.loaded.manifest.controlType === "standard") this.instance.updateView(context);
      else this.draw((this.instance as ReactInstance).updateView(context));
    });
  }

  private draw(element: React.ReactElement): void {
    ReactDOM.render(React.createElement(ComponentBoundary, { onError: this.onError }, element), this.container);
  }

  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.onError(error);
    }
  }
}
