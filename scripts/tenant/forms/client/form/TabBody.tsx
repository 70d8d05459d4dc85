import * as React from "react";
import type { TabModel } from "../formXml/FormModel";
import type { PagePart } from "../page/PagePart";
import type { FormSession } from "../session/FormSession";
import { SectionCard } from "./SectionCard";

const percent = (width: string): string => `minmax(0, ${Number.parseFloat(width) || 100}fr)`;

/** The columns of a tab. One that was opened once stays alive while another is in front. */
export const TabBody: React.FC<{ session: FormSession; tab: PagePart<TabModel> }> = ({ session, tab: { model } }) => {
  const isActive = session.page.activeTabId === model.id;
  const [wasOpened, setWasOpened] = React.useState(isActive);
  React.useEffect(() => {
    if (isActive) setWasOpened(true);
  }, [isActive]);
  if (!isActive && !wasOpened) return null;
  const sectionOf = (id: string) => session.page.sections.find((section) => section.model.id === id);
  return (
    <div
      role="tabpanel"
      id={`tabpanel-${model.id}`}
      aria-labelledby={`tab-${model.id}`}
      hidden={!isActive}
      className="tab-body"
      style={{ gridTemplateColumns: model.columns.map(({ width }) => percent(width)).join(" ") }}
    >
      {model.columns.map(({ sections }, index) => (
        <div key={index} className="tab-column">
          {sections.map(({ id }) => {
            const section = sectionOf(id);
            return section && <SectionCard key={id} session={session} section={section} />;
          })}
        </div>
      ))}
    </div>
  );
};
