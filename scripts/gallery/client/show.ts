import "./show.css";
import { setRTL } from "@fluentui/react";
import * as ReactDOM from "react-dom";
import { setUserLanguage } from "../../tenant/forms/client/app/language";
import { publishLibraries } from "../../tenant/forms/client/app/publishGlobals";
import { applyTheme } from "../../tenant/forms/client/app/theme";
import { ControlLibrary, type LoadedControl } from "../../tenant/forms/client/pcf/ControlLibrary";
import type { TableDescription } from "../../tenant/forms/protocol";
import type { ControlState, GalleryControl, GalleryPage } from "../states/ControlState";
import { galleryItems } from "../states/galleryItems";
import { readAddress, type GalleryAddress } from "./GalleryAddress";
import { createStageContext } from "./platformContext";

type ReactInstance = ComponentFramework.ReactControl<Record<string, unknown>, Record<string, unknown>>;
type Context = Parameters<ReactInstance["updateView"]>[0];

const address = readAddress(location.search);

/** A place for one state, under its title where there are several. */
const createPlace = ({ id, title }: ControlState, control: string, root: HTMLElement): HTMLElement => {
  const section = document.createElement("section");
  section.dataset["state"] = id;
  const heading = Object.assign(document.createElement("h2"), { textContent: title, lang: "en", dir: "ltr" });
  const stage = Object.assign(document.createElement("div"), { className: "stage" });
  stage.dataset["control"] = control;
  section.append(...(address.state === "" ? [heading] : []), stage);
  root.append(section);
  return stage;
};

interface Given {
  item: GalleryControl;
  loaded: LoadedControl;
  table: TableDescription;
}

/** Runs a control as a form does: what it puts out comes back to it. */
const runControl = (given: Given, state: ControlState, place: HTMLElement): void => {
  const control = given.loaded.create() as ReactInstance;
  const createContext = (): Context =>
    createStageContext({ ...given, state, isDark: address.isDark, redraw: draw }) as Context;
  const draw = (): void => void ReactDOM.render(control.updateView(createContext()), place);
  const takeOutputs = (): void => {
    state.values = { ...state.values, ...control.getOutputs?.() };
    draw();
  };
  control.init(createContext(), takeOutputs, {});
  draw();
};

const chosen = <State extends { id: string }>(states: readonly State[], { state }: GalleryAddress): readonly State[] =>
  states.filter(({ id }) => state === "" || id === state);

const showControl = async (item: GalleryControl, root: HTMLElement): Promise<void> => {
  const controls = new ControlLibrary();
  publishLibraries(controls);
  const [loaded, answer] = await Promise.all([
    controls.load(item.name),
    fetch(`/gallery/tables/${address.language.id}/${item.table}`),
  ]);
  const table = (await answer.json()) as TableDescription;
  for (const state of chosen(item.states, address))
    runControl({ item, loaded, table }, state, createPlace(state, item.name, root));
};

/** What a page finds of the Client API at its parent. */
const createXrm = (): object => {
  const { id, isRtl } = address.language;
  const context = {
    userSettings: { languageId: id, isRTL: isRtl },
    organizationSettings: {},
    getClientUrl: () => location.origin,
  };
  return {
    Utility: { getGlobalContext: () => context },
    Navigation: { navigateTo: () => Promise.resolve() },
  };
};

const showPage = ({ id, states }: GalleryPage, now: number, root: HTMLElement): void => {
  const state = chosen(states, address)[0];
  if (!state) return;
  Object.assign(window, { Xrm: createXrm() });
  const frame = document.createElement("iframe");
  frame.title = state.title;
  frame.dataset["state"] = state.id;
  // A frame prefers what its place does.
  frame.style.colorScheme = address.isDark ? "dark" : "light";
  // By this the gallery knows what its requests are to be answered.
  const asker = `gallery=${now}/${id}/${state.id}`;
  frame.src = `/WebResources/${state.address}${state.address.includes("?") ? "&" : "?"}${asker}`;
  root.append(frame);
};

/** The page has one main part and one title, as axe asks of every page; a state alone has the picture to itself. */
const addTitle = (title: string, root: HTMLElement): void => {
  root.setAttribute("role", "main");
  const heading = Object.assign(document.createElement("h1"), { textContent: title, lang: "en", dir: "ltr" });
  heading.className = address.state === "" ? "" : "unseen";
  root.append(heading);
};

const start = async (root: HTMLElement): Promise<void> => {
  applyTheme();
  setUserLanguage(address.language);
  setRTL(address.language.isRtl);
  document.documentElement.dataset["theme"] = address.isDark ? "dark" : "light";
  const now = Date.now();
  const item = galleryItems(now).find(({ id }) => id === address.item);
  addTitle(item?.title ?? `The gallery has no “${address.item}”.`, root);
  if (!item) return;
  if (item.kind === "page") showPage(item, now, root);
  else await showControl(item, root);
  // Prepared answers are there after one turn.
  setTimeout(() => (root.dataset["drawn"] = "true"));
};

const root = document.getElementById("app");
if (root) void start(root);
