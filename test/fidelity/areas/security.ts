import type { FidelityEntry, Source } from "../FidelityEntry";
import { checked, learn, tested } from "./tested";

const platform = "power-apps/developer/data-platform";
const errors = learn(`${platform}/reference/web-service-error-codes`);
const columnSecurity = learn(`${platform}/column-level-security`);
const impersonation = learn(`${platform}/webapi/impersonate-another-user-web-api`);
const limits = learn(`${platform}/api-limits`);
const roles = learn("power-platform/admin/security-roles-privileges");
/** What a filter over a hidden column answers is written nowhere. */
const hidden: Source = {
  kind: "assumed",
  risk: "low",
  because: "Column security hides values; what a query that decides by them answers is not documented.",
  ifWrong: "Lists show other rows to people without the profile, and never the value itself.",
  tells: "a list filtered by a secured column, as a seller",
};
const folder = "test/scripts/tenant/dataverse";

/** Who may do what: roles, columns, acting for others, and how much. */
export const securityEntries: readonly FidelityEntry[] = [
  ...tested("security", `${folder}/webApi/securedColumns.test.ts`, [
    ["A secured column decides nothing in $filter for who may not read it.", hidden, "$filter"],
    ["A secured column counts nothing for who may not read it.", hidden, "$count with a filter"],
    ["A secured column orders nothing for who may not read it.", hidden, "$orderby"],
    ["A secured column decides nothing in FetchXML for who may not read it.", hidden, "a FetchXML condition"],
    [
      "A member of a profile that lets read asks by the column as by any other.",
      columnSecurity,
      "a member of a profile that lets read asks by the column as by any other",
    ],
  ]),
  ...tested("security", `${folder}/webApi/refusals.test.ts`, [
    [
      "A secured column is not given on create without that permission: 403 with 0x8004f502.",
      errors,
      "a secured column",
    ],
  ]),
  ...tested("security", `${folder}/createOrganizationService.test.ts`, [
    [
      "A secured column is null to who may not read it.",
      columnSecurity,
      "a secured column is written by SYSTEM only, and others do not see it",
    ],
    [
      "A column security profile opens what it says, and no more.",
      columnSecurity,
      "a column security profile opens what it says, no more",
    ],
  ]),
  ...tested("security", `${folder}/webApi/impersonation.test.ts`, [
    ["CallerObjectId makes the request that of the user with this Entra object id.", impersonation, "CallerObjectId"],
    ["MSCRMCallerID makes the request that of the user with this systemuserid.", impersonation, "MSCRMCallerID"],
    [
      "createdonbehalfby names who acted for another.",
      impersonation,
      "a row says who acted in its user's place, until that user writes it",
    ],
    ["The user of a batch is the user of its parts.", impersonation, "the user of a batch is the user of its parts"],
    ["Acting for others takes prvActOnBehalfOfAnotherUser: 403 without.", impersonation, "who may not act for others"],
  ]),
  ...tested("security", `${folder}/webApi/ServiceProtection.test.ts`, [
    [
      "6,000 requests of a user within five minutes are too many.",
      limits,
      "requests past the limit wait until the oldest leaves the window; other users do not",
    ],
    [
      "Twenty minutes of execution of a user within five minutes are too much.",
      limits,
      "requests that take too long together are too much",
    ],
    [
      "52 requests of a user at once are too many.",
      limits,
      "too many at once are refused, and let in again once one is done",
    ],
    [
      "A request too many is answered 429 with Retry-After.",
      limits,
      "the answer to too many requests says when to come back",
    ],
  ]),
  ...tested("security", `${folder}/webApi/rows.test.ts`, [
    [
      "A token that is unknown is refused with 401.",
      learn(`${platform}/authenticate-oauth`),
      "without credentials the local user asks; a token says who else; an unknown token is refused",
    ],
    ["An owner is a user or a team.", roles, "an owner may be a user or a team"],
  ]),
  ...tested("security", "test/e2e/roles.test.ts", [
    [
      "Depths of privileges bind which rows are listed: own, business unit, all.",
      roles,
      "a seller lists the deals of the own business unit, an operator all, the flows' user the own ones",
    ],
  ]),
  checked("security", "A role is called System Administrator.", roles, {
    request: "GET roles?$select=name&$filter=name eq 'System Administrator'&$top=1",
    right: { json: { value: [{ name: "System Administrator" }] } },
    runs: "anywhere",
    asAdministrator: true,
  }),
];
