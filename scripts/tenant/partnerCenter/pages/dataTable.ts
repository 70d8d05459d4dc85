import { html, type Html } from "./html";

export interface DataTable {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (Html | string | number)[])[];
  /** What to say instead of an empty table. */
  empty: string;
}

export function dataTable({ caption, columns, rows, empty }: DataTable): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
