import { childOf, childrenOf, elementsAt, isTrue, parseXml, toGuid } from "../xml/readXml";
import type { CellModel, FormModel, SectionModel, TabModel } from "./FormModel";
import { parseCell } from "./parseCell";
import { parseControlDescriptions, type CustomControls } from "./parseControlDescriptions";
import { parseEvents } from "./parseEvents";
import { labelOf } from "./labelOf";

const rowsOf = (parent: Element, customControls: CustomControls): CellModel[][] =>
  elementsAt(parent, "rows/row").map((row) => childrenOf(row, "cell").map((cell) => parseCell(cell, customControls)));

function parseSection(section: Element, customControls: CustomControls): SectionModel {
  const columns = section.getAttribute("columns") ?? "1";
  return {
    id: toGuid(section.getAttribute("id") ?? ""),
    name: section.getAttribute("name") ?? "",
    label: labelOf(section),
    isLabelShown: isTrue(section, "showlabel", true),
    isVisible: isTrue(section, "visible", true),
    // Old forms write one digit a column ("11"), newer ones the count ("2").
    columnCount: columns.length > 1 ? columns.length : Number(columns),
    rows: rowsOf(section, customControls),
  };
}

function parseTab(tab: Element, customControls: CustomControls): TabModel {
  const id = toGuid(tab.getAttribute("id") ?? "");
  return {
    id,
    name: tab.getAttribute("name") ?? id,
    label: labelOf(tab),
    isVisible: isTrue(tab, "visible", true),
    isExpanded: isTrue(tab, "expanded", true),
    columns: elementsAt(tab, "columns/column").map((column) => ({
      width: column.getAttribute("width") ?? "100%",
      sections: elementsAt(column, "sections/section").map((section) => parseSection(section, customControls)),
    })),
  };
}

/** Reads a `<form>` or a `<systemform>` around one. Throws when the XML is broken or holds no form. */
export function parseForm(xml: string): FormModel {
  const root = parseXml(xml, "The form");
  const form = root.nodeName === "form" ? root : root.querySelector("form");
  if (!form) throw new Error("The form XML holds no <form>.");
  const customControls = parseControlDescriptions(form);
  const header = childOf(form, "header");
  return {
    tabs: elementsAt(form, "tabs/tab").map((tab) => parseTab(tab, customControls)),
    header: header ? rowsOf(header, customControls).flat() : [],
    libraries: elementsAt(form, "formLibraries/Library").map((library) => library.getAttribute("name") ?? ""),
    events: parseEvents(form),
  };
}
