import { type ImportLogEntry, failed } from "../ImportLog";
import { type Check, customizationsFile as file } from "./Check";
import { privilegeExists } from "./privilegeExists";

const depths = new Set(["Basic", "Local", "Deep", "Global"]);

/** Roles with privileges that exist, column security profiles over secured columns. */
export const checkSecurity: Check = (subject) => {
  const roles = subject.contents.roles.flatMap(({ name, id, privileges }) => [
    ...(id === "" ? [failed(`Security role ${name}`, file, "ids are GUIDs", "Its id is not a GUID.")] : []),
    ...privileges.flatMap((privilege): ImportLogEntry[] => {
      const component = `Security role ${name}`;
      if (!depths.has(privilege.depth)) {
        return [
          failed(
            component,
            file,
            "privilege levels",
            `${privilege.name} has the level "${privilege.depth}"; levels are ${[...depths].join(", ")}.`,
          ),
        ];
      }
      return privilegeExists(privilege.name, subject)
        ? []
        : [
            failed(
              component,
              file,
              "roles give privileges that exist",
              `There is no privilege ${privilege.name}: no table has that schema name.`,
            ),
          ];
    }),
  ]);
  const profiles = subject.contents.columnSecurityProfiles.flatMap(({ name, permissions }) =>
    permissions
      .filter(({ table, column }) => {
        const known = subject.schema.table(table)?.columns.get(column);
        return known ? !known.secured : !subject.environment.presumes("column", `${table}.${column}`);
      })
      .map(({ table, column }) =>
        failed(
          `Column security profile ${name}`,
          file,
          "profiles speak of secured columns",
          `${table}.${column} is not a secured column.`,
        ),
      ),
  );
  return [...roles, ...profiles];
};
