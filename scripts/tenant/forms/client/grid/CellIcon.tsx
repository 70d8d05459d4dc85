import * as React from "react";
import type { TableMetadata } from "../../../dataverse/metadata";
import { userLanguage } from "../app/language";
import { loadScript } from "../session/loadScript";
import { resolveFunction } from "../session/resolveFunction";
import type { ImageProvider } from "../views/parseLayout";
import type { WebApiRow } from "../webApi/WebApiClient";
import { toRowData } from "./toRowData";

interface Picture {
  /** Name of a web resource. */
  image: string;
  tooltip: string;
}

async function askProvider({ functionName, webResource }: ImageProvider, rowData: string): Promise<Picture | null> {
  await loadScript(`/WebResources/${webResource}`);
  const answer: unknown = await resolveFunction(functionName)(rowData, userLanguage().id);
  if (!Array.isArray(answer) || typeof answer[0] !== "string" || answer[0] === "") return null;
  return { image: answer[0], tooltip: typeof answer[1] === "string" ? answer[1] : "" };
}

/** The icon a view's script puts beside a value. */
export const CellIcon: React.FC<{ provider: ImageProvider; table: TableMetadata; row: WebApiRow }> = ({
  provider,
  table,
  row,
}) => {
  const [picture, setPicture] = React.useState<Picture | null>(null);
  React.useEffect(() => {
    let isOutdated = false;
    askProvider(provider, JSON.stringify(toRowData(table, row))).then(
      (answer) => {
        if (!isOutdated) setPicture(answer);
      },
      (error: unknown) => console.error(`${provider.functionName} failed`, error),
    );
    return () => {
      isOutdated = true;
    };
  }, [provider, table, row]);
  if (!picture) return null;
  return (
    <img className="cell-icon" src={`/WebResources/${picture.image}`} alt={picture.tooltip} title={picture.tooltip} />
  );
};
