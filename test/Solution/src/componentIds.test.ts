import { readFileSync } from "node:fs";
import { join } from "node:path";
import { componentId } from "../../../scripts/generate/componentId";
import { filesBelow } from "../../../scripts/pack/sourceFiles";
import { readComponentIds } from "./readComponentIds";
import { sourceFolder } from "./sourceFolder";

/** Ids that Microsoft gave: the same in every environment. */
const firstParty: Readonly<Record<string, string>> = {
  "a837e4a7-01b8-4f82-a475-be9abd67e667": "the Opportunity main form of Sales Hub",
  "e3b6ddb7-8df0-4410-ac7b-fd32e5053d38": "the Lead main form of Sales Hub",
  "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8": "the message Create",
  "20bebb1b-ea3e-db11-86a7-000a3a5473e8": "the message Update",
  "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8": "the message Delete",
  "953b9fac-1e5e-e611-80d6-00155ded156f": "the icon of apps that have none of their own",
  "627090ff-40a3-4053-8790-584edc5be201": "the role System Administrator",
  "119f245c-3cc8-4b62-b31c-d1a046ced15d": "the role System Customizer",
  "00000000-0000-0000-0000-000000000000": "the placeholder of an owner column's targets",
  "4273edbd-ac1d-40d3-9fb2-095c621b552d": "the text control",
  "71716b6c-711e-476c-8ab8-5d11542bfb47": "the URL control",
  "e0dece4b-6fc8-4a8f-a065-082708572369": "the multiline text control",
  "270bd3db-d9af-4782-9025-509e298dec0a": "the lookup control",
  "3ef39988-22bb-4f0b-bbbe-64b5a3748aee": "the choice control",
  "67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed": "the yes/no control",
  "5b773807-9fb2-42db-97c3-7a91eff8adff": "the date and time control",
  "c6d124ca-7eda-4a60-aea9-7fb8d318b68f": "the whole number control",
  "e7a81278-8635-4d9e-8d4d-59480b391c5b": "the sub-grid",
  "f9a8a302-114e-466a-b582-6771b2ae0d92": "the place of a code component",
};

const anyGuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

describe("ids of components", () => {
  const places = readComponentIds();

  it("are derived from what contains the component, so that a rebuild upgrades in place", () => {
    const strangers = places
      .filter(({ id }) => !(id in firstParty))
      .filter(({ id, kind, path }) => id !== componentId(kind, path))
      .map(({ file, id, kind, path }) => `${file}: ${kind} ${path} must be ${componentId(kind, path)}, not ${id}`);

    expect(places.length).toBeGreaterThan(100);
    expect(strangers).toEqual([]);
  });

  it("leave no other id in any file or file name", () => {
    const known = new Set([...Object.keys(firstParty), ...places.map(({ id }) => id)]);

    const unknown = filesBelow(sourceFolder).flatMap((file) => {
      const text = `${file}\n${readFileSync(join(sourceFolder, file), "utf8")}`;
      return [...text.matchAll(anyGuid)]
        .map(([id]) => id.toLowerCase())
        .filter((id) => !known.has(id))
        .map((id) => `${file}: ${id}`);
    });

    expect(unknown).toEqual([]);
  });

  it("name the file of every component that is named by its id", () => {
    const misnamed = places
      .filter(({ kind }) => ["savedquery", "visualization", "step", "form"].includes(kind))
      .filter(({ file, id }) => !file.includes(`{${id}}`))
      .map(({ file }) => file);

    expect(misnamed).toEqual([]);
  });
});
