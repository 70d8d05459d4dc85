import { closeReasons } from "../../Solution/engine/domain/response/closeReasons";
import { readReasonRequest, type AskedReason } from "./ReasonRequest";

/** Everything that the page says, besides the reasons, which are Partner Center's. */
const strings = {
  why: "Reason",
  confirm: { decline: "Decline for good", closeLost: "Close as lost" },
  consequence: {
    decline: "Microsoft is told the reason. A declined referral cannot be taken up again.",
    closeLost:
      "The referral is closed in Partner Center with this reason, for good. Here, opportunities are closed as lost and leads are disqualified.",
  },
  cancel: "Cancel",
  closeByHand: "You can close this window now.",
  openedAlone:
    "This page asks for a reason when a referral is declined or closed as lost. Start from the command of a form or a list.",
} as const;

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

const main = document.getElementById("reason");
const request = readReasonRequest(location.search);
if (main !== null && request !== null) show(main, request);
else main?.replaceChildren(create("p", strings.openedAlone));
