import { type PlantedFault, change, changeOf, leaveOut, form, formUses, bindings } from "./plant";

/** Faults of forms and of the controls on them. */
export const formFaults: readonly PlantedFault[] = [
  // Forms and controls.
  change(
    form,
    "a control of a class that no control has",
    "{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED}",
    "{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5EE}",
  ),
  change(form, "a cell where sections belong", "<sections>", "<sections><cell />"),
  change(
    formUses,
    "a column that no table has",
    'datafieldname="cosell_referrallink"',
    'datafieldname="cosell_referallink"',
  ),
  change(
    formUses,
    "a control that is not in the solution",
    'name="cosell_CoSell.AuditTrail"',
    'name="cosell_CoSell.AuditTrial"',
  ),
  change(
    formUses,
    "a control description for no control",
    'uniqueid="{f2da33ac-e7d9-56f1-83c1-3aae7121e692}"',
    'uniqueid="{f2da33ac-e7d9-56f1-83c1-3aae7121e693}"',
  ),
  change(
    formUses,
    "a script that is not in the solution",
    'Library name="cosell_/forms/OpportunityForm.js"',
    'Library name="cosell_/forms/Other.js"',
  ),
  change(
    formUses,
    "a sub-grid along a relationship that is not there",
    "<RelationshipName>cosell_opportunity_",
    "<RelationshipName>cosell_deal_",
  ),
  change(formUses, "a sub-grid with a view that is not there", "<ViewId>{e67f4761", "<ViewId>{f67f4761"),
  change(
    formUses,
    "a sub-grid of a table that is not there",
    "<TargetEntityType>cosell_partnercentersolution",
    "<TargetEntityType>cosell_nosuchtable",
  ),
  change(
    bindings,
    "a required property left unbound",
    /<syncStatus type="OptionSet">cosell_syncstatus<\/syncStatus>/,
    "",
  ),
  change(
    bindings,
    "a bound property that the manifest lacks",
    '<syncStatus type="OptionSet">',
    '<nosuch type="OptionSet">cosell_syncstatus</nosuch><syncStatus type="OptionSet">',
  ),
  change(
    bindings,
    "a property bound with another type",
    '<syncStatus type="OptionSet">',
    '<syncStatus type="SingleLine.Text">',
  ),
  leaveOut(
    "a control is what its manifest says",
    "a bundle left out",
    /^Controls\/cosell_CoSell\.SyncPanel\/bundle\.js$/,
  ),
  change(
    formUses,
    "a data set of a relationship that nobody has",
    /(<data-set name="solutions">[^]*?<RelationshipName>)cosell_opportunity_partnercentersolution/,
    "$1cosell_opportunity_nothing",
  ),
  change(
    bindings,
    "a data set under a name that the manifest does not have",
    /<data-set name="solutions">/,
    '<data-set name="rows">',
  ),
  changeOf(/SyncPanel\/ControlManifest\.xml$/)(
    "a control is what its manifest says",
    "a manifest of another name",
    /constructor="SyncPanel"/,
    'constructor="SyncPanels"',
  ),
  changeOf(/SyncPanel\/ControlManifest\.xml$/)(
    "a control is what its manifest says",
    "a control version that is none",
    / version="[\d.]+"(?=[^>]*control-type)/,
    ' version="one"',
  ),
];
