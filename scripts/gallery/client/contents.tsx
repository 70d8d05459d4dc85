import "./contents.css";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { userLanguages } from "../../tenant/dataverse/languages";
import type { GalleryItem } from "../states/ControlState";
import { galleryItems } from "../states/galleryItems";
import { readAddress, widths, writeAddress, type GalleryAddress, type Width } from "./GalleryAddress";

const languageNames = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" });

const isCurrent = (is: boolean) => (is ? ({ "aria-current": "page" } as const) : {});

/** Every item with its states; a link each. */
const Contents = ({ items, now }: { items: readonly GalleryItem[]; now: GalleryAddress }): React.ReactElement => (
  <nav aria-label="Contents">
    {items.map((item) => {
      const first = item.kind === "page" ? (item.states[0]?.id ?? "") : "";
      return (
        <section key={item.id}>
          <h2>
            <a
              href={writeAddress({ ...now, item: item.id, state: first })}
              {...isCurrent(now.item === item.id && now.state === "")}
            >
              {item.title}
            </a>
          </h2>
          <ul>
            {item.states.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={writeAddress({ ...now, item: item.id, state: id })}
                  {...isCurrent(now.item === item.id && now.state === id)}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </nav>
);

interface SwitchProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

const Switch = ({ label, value, options, onChange }: SwitchProps): React.ReactElement => (
  <label>
    {label}
    <select value={value} onChange={({ target }) => onChange(target.value)}>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const Switches = ({ now }: { now: GalleryAddress }): React.ReactElement => {
  const go = (changes: Partial<GalleryAddress>): void => location.assign(writeAddress({ ...now, ...changes }));
  return (
    <div className="switches">
      <Switch
        label="Language"
        value={String(now.language.id)}
        options={userLanguages.map(({ id, tag }) => [String(id), languageNames.of(tag.split("-")[0] ?? tag) ?? tag])}
        onChange={(id) => go({ language: userLanguages.find((each) => String(each.id) === id) ?? now.language })}
      />
      <Switch
        label="Colours"
        value={now.isDark ? "dark" : "light"}
        options={[
          ["light", "Light"],
          ["dark", "Dark"],
        ]}
        onChange={(theme) => go({ isDark: theme === "dark" })}
      />
      <Switch
        label="Width"
        value={now.width}
        options={Object.entries(widths)}
        onChange={(width) => go({ width: width as Width })}
      />
    </div>
  );
};

const titleOf = (items: readonly GalleryItem[], { item, state }: GalleryAddress): string => {
  const shown = items.find(({ id }) => id === item);
  const title = shown?.states.find(({ id }) => id === state)?.title;
  return [shown?.title, title ?? "all states"].join(" – ");
};

/** The gallery: contents, switches, and what was chosen in a frame of its own, as wide as on the screen it is for. */
const Gallery = (): React.ReactElement => {
  const items = galleryItems(Date.now());
  const address = readAddress(location.search);
  const now = { ...address, item: address.item || (items[0]?.id ?? "") };
  return (
    <>
      <header>
        <h1>
          <a href="/">Local tenant</a> Gallery
        </h1>
        <Switches now={now} />
      </header>
      <div className="columns">
        <Contents items={items} now={now} />
        <main>
          <p>
            <strong>{titleOf(items, now)}</strong>{" "}
            <a href={`/gallery/show${writeAddress(now)}`} target="_blank" rel="noreferrer">
              Open alone
            </a>
          </p>
          <iframe title={titleOf(items, now)} data-width={now.width} src={`/gallery/show${writeAddress(now)}`} />
        </main>
      </div>
    </>
  );
};

ReactDOM.render(<Gallery />, document.getElementById("app"));
