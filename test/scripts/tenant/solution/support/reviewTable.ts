import { attribute, label } from "./parts";
import type { TestSolution } from "./solutionZip";

/** A table of its own with a lookup to opportunity, which takes its reviews with it. */
export function reviewTable(): TestSolution {
  const system = (name: string, type: string, more = "") =>
    attribute(name, type, more).replace("<IsCustomField>1", "<IsCustomField>0");
  const states =
    "<optionset><states><state value='0'><labels><label description='Active' languagecode='1033' /></labels></state></states></optionset>";
  const statuses =
    "<optionset><statuses><status value='1' state='0'><labels><label description='Active' languagecode='1033' /></labels></status></statuses></optionset>";
  const attributes = [
    attribute("acme_ReviewId", "primarykey"),
    attribute("acme_Name", "nvarchar", "<MaxLength>100</MaxLength>").replace(
      "ValidForForm|",
      "PrimaryName|ValidForForm|",
    ),
    attribute("acme_DealId", "lookup", "<LookupTypes />"),
    system("CreatedOn", "datetime"),
    system("ModifiedOn", "datetime"),
    system("OwnerId", "owner"),
    system("statecode", "state", states),
    system("statuscode", "status", statuses),
  ];
  const names =
    label("LocalizedNames", "LocalizedName", "Review") +
    label("LocalizedCollectionNames", "LocalizedCollectionName", "Reviews");
  const key =
    "<EntityKeys><EntityKey><Name>acme_Key</Name><LogicalName>acme_key</LogicalName><EntityKeyAttributes><AttributeName>acme_dealid</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>";
  const relationship = `<EntityRelationship Name="acme_opportunity_review"><EntityRelationshipType>OneToMany</EntityRelationshipType>
    <ReferencingEntityName>acme_Review</ReferencingEntityName><ReferencedEntityName>Opportunity</ReferencedEntityName><CascadeDelete>Cascade</CascadeDelete>
    <ReferencingAttributeName>acme_DealId</ReferencingAttributeName></EntityRelationship>`;
  return {
    roots: ['<RootComponent type="1" schemaName="acme_review" behavior="0" />'],
    sections: {
      Entities: `<Entity><Name>acme_Review</Name><EntityInfo><entity Name="acme_Review">${names}<attributes>${attributes.join("")}</attributes>${key}
        <EntitySetName>acme_reviews</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>`,
      EntityRelationships: relationship,
    },
  };
}
