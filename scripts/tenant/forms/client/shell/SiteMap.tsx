import { Icon } from "@fluentui/react";
import * as React from "react";
import type { SiteMapEntry } from "../../protocol";
import { entryAddress } from "../app/addresses";

const icons: Record<string, string> = {
  opportunity: "Money",
  lead: "Phone",
  account: "CityNext",
  contact: "Contact",
};

const kindIcons = { table: "Puzzle", dashboard: "BIDashboard", webResource: "Settings" };

const iconOf = ({ kind, target }: SiteMapEntry): string => icons[target] ?? kindIcons[kind];

/** The pages one can go to, by group. */
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
              .map((entry) => (
                <li key={entry.target}>
                  <a
                    href={entryAddress(entry)}
                    data-sitemap={entry.target}
                    aria-current={entry.target === current ? "page" : undefined}
                  >
                    <Icon iconName={iconOf(entry)} />
                    {entry.label}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
