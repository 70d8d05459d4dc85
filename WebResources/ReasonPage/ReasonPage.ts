import { closeReasons } from "../../Solution/engine/domain/response/closeReasons";
import { loadLanguage } from "../shared/language/loadLanguage";
import { setPageLanguage } from "../shared/language/setPageLanguage";
import { readReasonRequest, type AskedReason } from "./ReasonRequest";
import { strings } from "./strings";

/** An element with text, or with children. */
const create = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: string | readonly Node[],
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...(typeof content === "string" ? [content] : content));
  return element;
};

const close = (): void => {
  window.close();
  // Where the app lets no page close itself, the person closes it.
  document.getElementById("reason")?.replaceChildren(create("p", strings.closeByHand));
};

/** Asks for the reason and leaves it for the command that opened this page. */
const show = (main: HTMLElement, { key, kind, about }: AskedReason): void => {
  const submit = create("button", strings.confirm[kind], { type: "submit", disabled: true });
  const choices = closeReasons.map((reason) => {
    const radio = create("input", "", { type: "radio", name: "reason", value: reason });
    return create("label", [radio, document.createTextNode(reason)]);
  });
  const cancel = create("button", strings.cancel, { type: "button", onclick: close });
  const form = create("form", [
    create("fieldset", [create("legend", strings.why), ...choices]),
    create("div", [submit, cancel], { className: "actions" }),
  ]);
  form.addEventListener("change", () => {
    submit.disabled = false;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = form.querySelector<HTMLInputElement>("input:checked");
    if (chosen) sessionStorage.setItem(key, chosen.value);
    close();
  });
  document.addEventListener("keydown", ({ key: pressed }) => {
    if (pressed === "Escape") close();
  });
  main.replaceChildren(create("h1", about), create("p", strings.consequence[kind]), form);
  form.querySelector("input")?.focus();
};

/** The Client API of the app, which a page of ours stands in a frame of; null where it was opened by itself. */
const contextOfApp = (): Xrm.GlobalContext | null =>
  (window.parent as unknown as Partial<{ Xrm: Xrm.XrmStatic }>).Xrm?.Utility.getGlobalContext() ?? null;

const start = async (main: HTMLElement): Promise<void> => {
  const context = contextOfApp();
  if (context !== null) {
    await loadLanguage("Forms", () => context);
    setPageLanguage(document, context, strings.pageTitle);
  }
  const request = readReasonRequest(location.search);
  if (request === null) main.replaceChildren(create("h1", strings.pageTitle), create("p", strings.openedAlone));
  else show(main, request);
};

const main = document.getElementById("reason");
if (main !== null) void start(main);
