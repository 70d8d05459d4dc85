import * as React from "react";
import type { ViewDescription } from "../../protocol";
import { listAddress } from "../app/addresses";

/** The view of a list: the one in the address, else the table's default; `choose` puts another into the address. */
export function useChosenView(table: string, views: readonly ViewDescription[], viewId: string | null) {
  const [chosen, setChosen] = React.useState(viewId);
  const [first] = views;
  const view = views.find(({ id }) => id === chosen) ?? views.find(({ isDefault }) => isDefault) ?? first;
  const choose = (id: string): void => {
    setChosen(id);
    history.replaceState(null, "", listAddress(table, id));
  };
  return { view, choose };
}
