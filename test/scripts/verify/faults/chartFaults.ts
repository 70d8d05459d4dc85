import { type PlantedFault, change } from "./plant";

const charts = "charts draw what exists";
const dashboards = "dashboards show what exists";
const nowhere = "{11111111-1111-4111-8111-111111111111}";

/** Faults of charts, dashboards, and the ways to them. */
export const chartFaults: readonly PlantedFault[] = [
  change(
    charts,
    "a chart of a column that is not there",
    /name="cosell_fieldlabel" groupby/,
    'name="cosell_nosuch" groupby',
  ),
  change(charts, "a chart of a linked column that is not there", "estimatedvalue_base", "cosell_nosuchvalue"),
  change(
    charts,
    "a chart of another table's rows",
    /(<fetchcollection>\s*<fetch[^>]*>\s*<entity name=")cosell_link"/,
    '$1lead"',
  ),
  change(charts, "a chart of rows that nothing adds up", 'mapping="logical" aggregate="true"', 'mapping="logical"'),
  change(charts, "a chart by an aggregate that is none", 'aggregate="count"', 'aggregate="tally"'),
  change(charts, "a chart by a part of a date that is none", 'dategrouping="month"', 'dategrouping="moon"'),
  change(charts, "a chart of two columns with one alias", 'alias="amount"', 'alias="category"'),
  change(charts, "a chart ordered by what it does not ask for", 'order alias="amount"', 'order alias="worth"'),
  change(charts, "a chart that measures what it does not ask for", '<measure alias="amount"', '<measure alias="worth"'),
  change(charts, "a chart without a series to draw", /<Series>\s*<Series[\s\S]*?<\/Series>\s*<\/Series>/, "<Series />"),
  change(
    "ids are GUIDs",
    "a chart with an id that is none",
    /<savedqueryvisualizationid>[^<]*/,
    "<savedqueryvisualizationid>one",
  ),
  change(
    "elements stand as the schema has them",
    "a chart with an element that is none",
    "<isdefault>false</isdefault>",
    "<isbest>false</isbest>",
  ),
  change(
    dashboards,
    "a dashboard with a chart that is not there",
    /<VisualizationId>[^<]*/,
    `<VisualizationId>${nowhere}`,
  ),
  change(dashboards, "a dashboard with a view that is not there", /(<Dashboard>[\s\S]*?<ViewId>)[^<]*/, `$1${nowhere}`),
  change(
    dashboards,
    "a dashboard with a chart over rows of another table",
    /(<Dashboard>[\s\S]*?<TargetEntityType>)[^<]*/,
    "$1cosell_connection",
  ),
  change(
    dashboards,
    "a dashboard of seven components",
    /(<Dashboard>[\s\S]*?)(<row>\s*)(<cell[\s\S]*?<\/cell>)/,
    '$1<row><cell id="{11111111-1111-4111-8111-111111111112}"><control id="Seventh" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" /></cell></row>$2$3',
  ),
  change(
    "site maps lead to what exists",
    "a site map to a dashboard that is not there",
    /DefaultDashboard="[^"]*"/,
    `DefaultDashboard="${nowhere}"`,
  ),
  change(
    "apps show what exists",
    "an app with a chart that is not there",
    "<AppModuleComponents>",
    `<AppModuleComponents><AppModuleComponent type="59" id="${nowhere}" />`,
  ),
];
