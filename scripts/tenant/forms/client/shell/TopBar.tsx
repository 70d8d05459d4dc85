import { PersonaCoin, PersonaSize } from "@fluentui/react";
import * as React from "react";
import type { AppDescription, ModelDrivenApp } from "../../protocol";
import { appAddress } from "../app/addresses";
import type { Services } from "../app/Services";
import { NotificationBell } from "./NotificationBell";

/** The apps of this environment; whoever has one only sees its name. */
const AppSwitcher: React.FC<{ apps: readonly ModelDrivenApp[]; current: ModelDrivenApp }> = ({ apps, current }) =>
  apps.length === 1 ? (
    <span className="top-app">{current.name}</span>
  ) : (
    <nav className="top-apps" aria-label="Apps">
      {apps.map(({ uniqueName, name }) => (
        <a
          key={uniqueName}
          href={appAddress(uniqueName)}
          data-app={uniqueName}
          aria-current={uniqueName === current.uniqueName ? "true" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );

/** Whom one works as on this machine, where nobody asks for a password. */
const UserSwitcher: React.FC<{ description: AppDescription }> = ({ description: { user, users } }) => {
  const workAs = (event: React.ChangeEvent<HTMLSelectElement>): void => {
    document.cookie = `tenant-user=${event.target.value}; path=/; samesite=strict`;
    location.assign("/");
  };
  return (
    <span className="top-user">
      <select aria-label="Work as" value={user.id} onChange={workAs} data-command="workAs">
        {users.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <PersonaCoin text={user.name} size={PersonaSize.size32} aria-hidden />
    </span>
  );
};

/** The bar over everything. It says that this is no cloud environment, so that nobody takes it for one. */
export const TopBar: React.FC<{ services: Services; app: ModelDrivenApp }> = ({ services, app }) => (
  <header className="top-bar">
    <a className="top-brand" href="/">
      Dynamics 365
    </a>
    <AppSwitcher apps={services.app.apps} current={app} />
    <span className="top-badge">Local tenant</span>
    <a className="top-gallery" href="/gallery">
      Gallery
    </a>
    <NotificationBell services={services} />
    <UserSwitcher description={services.app} />
  </header>
);
