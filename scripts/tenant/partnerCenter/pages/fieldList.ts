import { html, type Html } from "./html";

/** Names and values, a dash for what is empty. */
export function fieldList(
  fields: readonly (readonly [name: string, value: Html | string | number | boolean | null | undefined])[],
): Html {
  return html`<dl>
    ${fields.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${valueOf(value)}</dd>
        </div>`,
    )}
  </dl>`;
}

function valueOf(value: Html | string | number | boolean | null | undefined): Html | string | number {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return value;
}
