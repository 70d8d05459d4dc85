import { change, edit, manifest, named, type PlantedFault } from "./plant";

const schema = "command bars stand as the schema has them";
const ids = "ids of a command bar are its publisher's, once each";
const references = "command bars name what exists";
const scripts = "commands call functions that their library has";
const script = /cosell_commandsCommandsjs/;

/** Faults of the commands over forms and lists. */
export const commandBarFaults: readonly PlantedFault[] = [
  change(
    schema,
    "labels of commands before the rules",
    /(<RuleDefinitions>\s*<TabDisplayRules ?\/>\s*<DisplayRules>[\s\S]*?<\/RuleDefinitions>)(\s*)(<LocLabels>[\s\S]*?<\/LocLabels>)/,
    "$3$2$1",
  ),
  change(
    schema,
    "actions of a command before its rules",
    /(<CommandDefinition Id="cosell[^>]*>\s*)(<EnableRules>[\s\S]*?<\/EnableRules>)(\s*)(<DisplayRules>[\s\S]*?<\/DisplayRules>)(\s*)(<Actions>[\s\S]*?<\/Actions>)/,
    "$1$6$3$2$5$4",
  ),
  change(
    schema,
    "a command without display rules",
    /(<CommandDefinition Id="cosell[\s\S]*?)<DisplayRules>[\s\S]*?<\/DisplayRules>/,
    "$1",
  ),
  change(
    schema,
    "a rule of a kind that there is not",
    /<CustomRule ([^>]*)>([\s\S]*?)<\/CustomRule>/,
    "<ScriptRule $1>$2</ScriptRule>",
  ),
  change(
    schema,
    "a rule for enabling among those for showing",
    /(<DisplayRule Id="cosell[^>]*>\s*)<EntityPrivilegeRule [^>]*>/,
    '$1<SelectionCountRule AppliesTo="SelectedEntity" Minimum="1" />',
  ),
  change(
    schema,
    "a parameter that the platform does not hand over",
    'CrmParameter Value="PrimaryControl"',
    'CrmParameter Value="FormContext"',
  ),
  change(schema, "a state that forms do not have", 'FormStateRule State="Create"', 'FormStateRule State="New"'),
  change(
    ids,
    "two commands of one id",
    /<CommandDefinition Id="cosell\.opportunity\.Form\.Decline\.Command"/,
    '<CommandDefinition Id="cosell.opportunity.Form.Accept.Command"',
  ),
  change(
    ids,
    "a button with another publisher's prefix",
    '<Button Id="cosell.opportunity.Form.Accept"',
    '<Button Id="contoso.opportunity.Form.Accept"',
  ),
  change(
    references,
    "a button with a command that is not defined",
    'Command="cosell.opportunity.Form.Accept.Command"',
    'Command="cosell.opportunity.Form.Accepted.Command"',
  ),
  change(
    references,
    "a command with a rule that is not defined",
    '<EnableRule Id="cosell.opportunity.Form.IsSaved" />',
    '<EnableRule Id="cosell.opportunity.Form.IsKept" />',
  ),
  change(
    references,
    "a label that is missing",
    '<LocLabel Id="cosell.opportunity.Form.Accept.LabelText"',
    '<LocLabel Id="cosell.opportunity.Form.Accept.Text"',
  ),
  change(
    references,
    "a button in the command bar of another table",
    'Location="Mscrm.Form.opportunity.',
    'Location="Mscrm.Form.account.',
  ),
  change(
    references,
    "a rule over a column that the table does not have",
    /<CustomRule [^>]*>[\s\S]*?<\/CustomRule>/,
    '<ValueRule Field="cosell_nothing" Value="1" />',
  ),
  change(
    references,
    "a privilege on a table that does not exist",
    'EntityPrivilegeRule EntityName="cosell_partnercentersolution"',
    'EntityPrivilegeRule EntityName="cosell_nothing"',
  ),
  change(
    scripts,
    "a library that does not exist",
    'FunctionName="CoSell.Commands.run" Library="$webresource:cosell_/commands/Commands.js"',
    'FunctionName="CoSell.Commands.run" Library="$webresource:cosell_/commands/Orders.js"',
  ),
  change(
    scripts,
    "a library that is no script",
    'FunctionName="CoSell.Commands.run" Library="$webresource:cosell_/commands/Commands.js"',
    'FunctionName="CoSell.Commands.run" Library="$webresource:cosell_/commands/accept.svg"',
  ),
  change(
    scripts,
    "a function that the library does not have",
    'FunctionName="CoSell.Commands.run"',
    'FunctionName="CoSell.Commands.runAway"',
  ),
  change(
    scripts,
    "a function of another global than the library's",
    'FunctionName="CoSell.Commands.run"',
    'FunctionName="Contoso.Commands.run"',
  ),
  {
    rule: scripts,
    what: "a script that no longer exports what a rule calls",
    plant: (all) => edit(all, named(all, script), /isAvailableInList:/g, "isThere:"),
  },
  change(
    scripts,
    "a picture that does not exist",
    'ModernImage="$webresource:cosell_/commands/accept.svg"',
    'ModernImage="$webresource:cosell_/commands/accepted.svg"',
  ),
  {
    rule: "root components and components name each other",
    what: "the script of commands without a root component",
    plant: (all) =>
      edit(all, manifest, /<RootComponent type="61" schemaName="cosell_\/commands\/Commands\.js"[^>]*>/, ""),
  },
];
