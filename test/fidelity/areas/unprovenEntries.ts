import type { FidelityEntry } from "../FidelityEntry";
import { unproven } from "./tested";

const selfTest = "npm run health -- --url https://…";
const firstCoSell = "the first co-sell in staging (README, Your first co-sell)";

/** What no request can show from outside. */
export const unprovenEntries: readonly FidelityEntry[] = [
  unproven(
    "flows",
    "Power Automate hands a notification's body over so that its compact JSON text is what Partner Center signed",
    {
      risk: "high",
      because:
        "Partner Center's samples are compact JSON, and string(triggerBody()) writes JSON without spaces and in the order it came in.",
      ifWrong:
        "Every notification is refused as not signed, and Microsoft's changes arrive by the sweep of maintenance, within a quarter of an hour.",
      tells: `${selfTest}, once Setup and health has registered the address: the step Receive Partner Center's notifications says when the last one came`,
    },
  ),
  unproven("pipeline", "Plug-ins may ask RetrieveEnvironmentVariableSecretValue for a secret of Azure Key Vault", {
    risk: "high",
    because: "Microsoft documents it for cloud flows only; public plug-ins call it and work.",
    ifWrong:
      "The sign-in says that the vault does not answer; a secret typed in Setup and health counts before the vault.",
    tells: selfTest,
  }),
  unproven(
    "pipeline",
    "The sandbox lets HTTPS out to login.microsoftonline.com, api.partner.microsoft.com and api.partnercenter.microsoft.com",
    {
      risk: "high",
      because: "Web services by name and over HTTPS are documented as open to plug-ins; no list of hosts is.",
      ifWrong: "Nothing reaches Partner Center; each deal says that the network refuses it.",
      tells: selfTest,
    },
  ),
  unproven(
    "pipeline",
    "The main operation of a custom API runs in a transaction, so that a run that fails leaves nothing",
    {
      risk: "medium",
      because: "IsInTransaction is documented for stages 20 to 40, and the main operation is stage 30.",
      ifWrong:
        "A run that fails may leave its lease and its message; both end by themselves, and maintenance goes on from there.",
      tells: "a sync in staging while Partner Center is out of reach: no row of it may be left but its message",
    },
  ),
  unproven("pipeline", "A first call after a pause ends within the two minutes of the platform", {
    risk: "medium",
    because:
      "npm run bench measures the first call of a fresh process, which takes seconds; the sandbox publishes no figures.",
    ifWrong: "Custom APIs end with 0x80081111 after each pause, and steps as failed system jobs that are tried again.",
    tells: "the plug-in trace log of the environment: its durations",
  }),
  unproven(
    "pipeline",
    "The plug-in runtime .NET Framework 4.8, planned to follow 4.6.2 from January 2027 on, runs the assembly unchanged",
    {
      risk: "medium",
      because: "4.8 replaces 4.6.2 in place, and runs assemblies that were built for it.",
      ifWrong: "Plug-ins fail to load from the day of the change on.",
      tells: selfTest,
    },
  ),
  unproven(
    "pipeline",
    "Closing an opportunity by WinOpportunity or LoseOpportunity creates an opportunityclose row before the opportunity is closed, and its step finds the opportunity",
    {
      risk: "medium",
      because: "The action takes that row as its parameter; the order of the two writes is not documented.",
      ifWrong:
        "A deal that is won or lost in Dynamics 365 is closed in Partner Center later: by the step on Update, or by maintenance.",
      tells: firstCoSell,
    },
  ),
  unproven(
    "flows",
    "The trigger When an HTTP request is received keeps triggerAuthenticationType All after the import",
    {
      risk: "medium",
      because:
        "Flows in public solutions carry the property, and the designer's default for new triggers is another one.",
      ifWrong:
        "Partner Center's notifications are refused with 401; maintenance sweeps, and an administrator sets Anyone in the designer.",
      tells: selfTest,
    },
  ),
  unproven(
    "flows",
    "The management connector gives the callback address of the HTTP trigger, in the form of today or in the one that follows",
    {
      risk: "medium",
      because: "The operation is listed; addresses changed their form in 2025, and are compared by their parts.",
      ifWrong: "Setup and health says that no address is registered; cosell_RegisterWebhook takes one as Endpoint.",
      tells: selfTest,
    },
  ),
  unproven("entra", "One refresh token keeps its claim of a second factor for as long as it is in use", {
    risk: "medium",
    because: "Entra documents that a refreshed token has the claims of its sign-in.",
    ifWrong: "Calls are refused with 900421, and the self-test asks for a new sign-in.",
    tells: selfTest,
  }),
  unproven("entra", "Conditional Access of the company lets the sign-in by redirect through", {
    risk: "low",
    because: "It is an ordinary sign-in in a browser; Microsoft advises to block the one by a code only.",
    ifWrong: "The sign-in page says which policy refuses; an Entra administrator excepts the service account.",
    tells: "Sign in, in Setup and health",
  }),
  unproven(
    "metadata",
    "Est. Revenue that the system calculates takes no value that is written to it, without a refusal",
    {
      risk: "low",
      because: "Public posts say that it is locked and calculated again.",
      ifWrong: "The write is refused, and the deal says so with Dynamics 365's own words.",
      tells: firstCoSell,
    },
  ),
  unproven(
    "partnerCenter",
    "The attributes of a services deal are called PartnerRole, SolutionArea and SolutionPlay on the wire",
    {
      risk: "medium",
      because: "The page that asks for them shows them as rows of its table, and not in a sample.",
      ifWrong: "Services deals are refused with Partner Center's own words; other deals are not touched.",
      tells: firstCoSell,
    },
  ),
  unproven(
    "partnerCenter",
    "A customer that is known in Partner Center only by name and address is enough for a referral",
    {
      risk: "low",
      because: "Microsoft's page says that customer matching is not offered to the API.",
      ifWrong: "Partner Center asks for a customer to be matched by hand, on its own page.",
      tells: firstCoSell,
    },
  ),
  unproven("forms", "Code components of React 16.14 and Fluent 8 draw on forms of today", {
    risk: "medium",
    because: "Microsoft's own samples use them, and the platform says which versions it refuses.",
    ifWrong: "The panel stays empty; the columns around it can be used all the same.",
    tells: "open an opportunity and its tab Microsoft Partner Center",
  }),
  unproven(
    "forms",
    "Rows of appnotification reach people without an administrator having turned notifications on for the app",
    {
      risk: "low",
      because: "The app of the solution carries the setting; whether it is taken by an import is not documented.",
      ifWrong: "Alerts are seen in Setup and health only, until Settings, Features, In-app notifications is on.",
      tells: "the bell of the app Co-sell after an alert",
    },
  ),
  unproven("forms", "A chart groups by a column of a linked table, and adds one up, as the query under it does", {
    risk: "medium",
    because: "The query is documented FetchXML, and chart XML takes link-entity; no sample groups by a linked column.",
    ifWrong: "Open, Won and Lost Deals, or Deal Value by Solution, says that it cannot be shown; the others stand.",
    tells: "the dashboard Co-sell Numbers in staging, once a deal is shared",
  }),
  unproven("forms", "A chart by month or by day tells the same month, or the same day, of two years apart", {
    risk: "low",
    because:
      "FetchXML groups by the number of the month alone; charts of model-driven apps label groups with the year.",
    ifWrong:
      "Messages and due dates of two years share a bar; deals shared do not, as their view looks back twelve months.",
    tells: "Messages by Day over a list with rows of two years",
  }),
];
