import type { ColumnMetadata } from "../../dataverse/metadata";
import { nameBasedGuid } from "../../solution/nameBasedGuid";
import type { BaseForm, BaseSection, BaseTab } from "./BaseForm";
import { controlClassOf } from "./controlClassOf";

const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const labels = (label: string): string =>
  `<labels><label description="${escapeXml(label)}" languagecode="1033" /></labels>`;

/** Prints the FormXml of a base form, with ids that stay the same from one start to the next. */
export function toFormXml(form: BaseForm): string {
  const id = (path: string): string => `{${nameBasedGuid(`form:${form.id}/${path}`)}}`;

  const columnOf = (name: string): ColumnMetadata => {
    const column = form.table.table.columns.find((each) => each.logicalName === name);
    if (!column)
      throw new Error(
        `Base form "${form.name}" of ${form.table.table.logicalName} shows ${name}, which the table does not have.`,
      );
    return column;
  };

  const cell = (name: string, path: string, controlId: string): string => {
    const column = columnOf(name);
    const disabled = !column.validForUpdate;
    return (
      `<cell id="${id(`${path}/${name}`)}" showlabel="true" locklevel="0">${labels(column.displayName)}` +
      `<control id="${controlId}" classid="${controlClassOf(column)}" datafieldname="${name}" disabled="${disabled}" /></cell>`
    );
  };

  const section = ({ name, label, columns }: BaseSection, path: string): string => {
    const rows = columns.map((column) => `<row>${cell(column, `${path}/${name}`, column)}</row>`).join("");
    return (
      `<section name="${name}" id="${id(`${path}/${name}`)}" columns="1" showlabel="true" showbar="false" IsUserDefined="0" locklevel="0" ` +
      `labelwidth="115" celllabelalignment="Left" celllabelposition="Left">${labels(label)}<rows>${rows}</rows></section>`
    );
  };

  const tab = ({ name, label, id: knownId, columns }: BaseTab): string => {
    const width = `${Math.floor(100 / columns.length)}%`;
    const printed = columns.map(
      (sections, index) =>
        `<column width="${width}"><sections>${sections.map((each) => section(each, `${name}/${index}`)).join("")}</sections></column>`,
    );
    return (
      `<tab name="${name}" id="${knownId ?? id(name)}" verticallayout="true" showlabel="true" expanded="true" locklevel="0" IsUserDefined="0">` +
      `${labels(label)}<columns>${printed.join("")}</columns></tab>`
    );
  };

  const events = (form.events ?? []).map((name) => `<event name="${name}" application="false" active="false" />`);
  const header = form.header.map((name) => cell(name, "header", `header_${name}`)).join("");
  return (
    `<form><tabs>${form.tabs.map(tab).join("")}</tabs>` +
    `<header id="${id("header")}" celllabelposition="Top" columns="1111" labelwidth="115" celllabelalignment="Left"><rows><row>${header}</row></rows></header>` +
    `<events>${events.join("")}</events></form>`
  );
}
