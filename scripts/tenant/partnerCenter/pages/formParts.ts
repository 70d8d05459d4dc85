import { html, type Html } from "./html";

/** A labelled choice; an option is its value, or its value with other words. */
export function choiceField(
  name: string,
  label: string,
  options: readonly (string | readonly [value: string, words: string])[],
): Html {
  return html`<label>
    ${label}
    <select name="${name}">
      ${options.map((option) => {
        const [value, words] = typeof option === "string" ? [option, option] : option;
        return html`<option value="${value}">${words}</option>`;
      })}
    </select>
  </label>`;
}

/** A labelled text field, or one of another kind. */
export function inputField(
  name: string,
  label: string,
  value: string | number = "",
  type: "text" | "number" | "date" | "email" = "text",
): Html {
  return html`<label
    >${label} <input name="${name}" type="${type}" ${type === "number" ? anyNumber : null} value="${value}"
  /></label>`;
}

const anyNumber = html`min="0" step="any"`;

/** A form with one button. */
export function actionForm(action: string, button: string, ...fields: readonly Html[]): Html {
  return html`<form class="controls" method="post" action="${action}">
    ${fields}
    <button>${button}</button>
  </form>`;
}
