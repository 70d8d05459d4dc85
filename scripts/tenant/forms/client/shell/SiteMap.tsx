import { Icon } from "@fluentui/react";
import * as React from "react";
import type { SiteMapEntry } from "../../protocol";
import { listAddress } from "../app/addresses";

const icons: Record<string, string> = {
  opportunity: "Money",
  lead: "Phone",
  account: "CityNext",
  contact: "Contact",
};

/** The tables one can go to, by group. */
export const SiteMap: React.FC<{ entries: readonly SiteMapEntry[]; current: string }> = ({ entries, current }) => {
  const groups = [...new Set(entries.map(({ group }) => group))];
  return (
    <nav className="site-map" aria-label="Site map">
      {groups.map((group) => (
        <div key={group}>
          <h2>{group}</h2>
          <ul>
            {entries
              .filter((entry) => entry.group === group)
              .map(({ table, label }) => (
                <li key={table}>
                  <a
                    href={listAddress(table)}
                    data-sitemap={table}
                    aria-current={table === current ? "page" : undefined}
                  >
                    <Icon iconName={icons[table] ?? "Puzzle"} />
                    {label}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
