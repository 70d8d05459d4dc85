import { toFormXml } from "../../../../../scripts/tenant/baseTables/forms/toFormXml";
import { acmePartViewId } from "./acmePart";
import { opportunityMainForm } from "../../../../../scripts/tenant/baseTables/forms/opportunityMainForm";

/** What a solution adds to the opportunity form: a tab with a code component, a script and more kinds of columns. */
const addedTab = `
<tab name="tab_acme" id="{2f1d2d3e-0000-4000-8000-000000000001}" expanded="true">
  <labels><label description="Acme" languagecode="1033"/></labels>
  <columns><column width="50%"><sections>
    <section name="section_acme" id="{2f1d2d3e-0000-4000-8000-000000000002}" columns="1" showlabel="true">
      <labels><label description="Acme score" languagecode="1033"/></labels>
      <rows>
        <row><cell id="{2f1d2d3e-0000-4000-8000-000000000003}" showlabel="false"><labels><label description="Score" languagecode="1033"/></labels>
          <control id="acme_score" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" datafieldname="acme_score" uniqueid="{2f1d2d3e-0000-4000-8000-00000000aaaa}"/></cell></row>
        <row><cell id="{2f1d2d3e-0000-4000-8000-000000000004}"><labels><label description="Consent" languagecode="1033"/></labels>
          <control id="acme_consent" classid="{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED}" datafieldname="acme_consent"/></cell></row>
        <row><cell id="{2f1d2d3e-0000-4000-8000-000000000005}"><labels><label description="Web page" languagecode="1033"/></labels>
          <control id="acme_webpage" classid="{71716B6C-711E-476C-8AB8-5D11542BFB47}" datafieldname="acme_webpage" disabled="true"/></cell></row>
        <row><cell id="{2f1d2d3e-0000-4000-8000-000000000006}"><labels><label description="Last checked" languagecode="1033"/></labels>
          <control id="acme_checkedon" classid="{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}" datafieldname="acme_checkedon"/></cell></row>
      </rows>
    </section>
  </sections></column>
  <column width="50%"><sections>
    <section name="section_parts" id="{2f1d2d3e-0000-4000-8000-000000000010}" columns="1" showlabel="true">
      <labels><label description="Parts" languagecode="1033"/></labels>
      <rows><row><cell id="{2f1d2d3e-0000-4000-8000-000000000011}" showlabel="false" rowspan="4"><labels><label description="Parts" languagecode="1033"/></labels>
        <control id="subgrid_parts" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" indicationOfSubgrid="true"><parameters>
          <TargetEntityType>acme_part</TargetEntityType><ViewId>{${acmePartViewId}}</ViewId>
          <RelationshipName>acme_opportunity_part</RelationshipName><RecordsPerPage>4</RecordsPerPage>
        </parameters></control></cell></row></rows>
    </section>
  </sections></column></columns>
</tab>`;

const controlDescriptions = `
<controlDescriptions><controlDescription forControl="{2f1d2d3e-0000-4000-8000-00000000aaaa}">
  <customControl id="{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}"><parameters><datafieldname>acme_score</datafieldname></parameters></customControl>
  <customControl formFactor="0" name="acme_Acme.Gauge"><parameters><score type="Whole.None">acme_score</score><topic type="SingleLine.Text">name</topic></parameters></customControl>
</controlDescription></controlDescriptions>`;

const script = `
<formLibraries><Library name="acme_/OpportunityForm.js" libraryUniqueId="{2f1d2d3e-0000-4000-8000-00000000bbbb}"/></formLibraries>
<events><event name="onload" application="false" active="false"><Handlers>
  <Handler functionName="Acme.OpportunityForm.onLoad" libraryName="acme_/OpportunityForm.js" handlerUniqueId="{2f1d2d3e-0000-4000-8000-00000000cccc}" enabled="true" parameters="" passExecutionContext="true"/>
</Handlers></event></events>`;

export const fixtureFormXml = toFormXml(opportunityMainForm)
  .replace("</tabs>", `${addedTab}</tabs>`)
  .replace("</form>", `${controlDescriptions}${script}</form>`);

export const fixtureScript = `
var Acme = window.Acme || {};
Acme.OpportunityForm = {
  onLoad(executionContext) {
    const form = executionContext.getFormContext();
    form.ui.setFormNotification("Welcome to " + form.getAttribute("name").getValue(), "INFO", "acme-welcome");
    form.getAttribute("acme_score").addOnChange((changed) => {
      const score = changed.getEventSource().getValue();
      const control = changed.getFormContext().getControl("description");
      if (score > 8) control.setNotification("Say why the score is that high.", "acme-why");
      else control.clearNotification("acme-why");
    });
    form.getControl("acme_score").addEventHandler("onAskHelp", ({ column }) => {
      form.ui.setFormNotification("Help asked for " + column, "WARNING", "acme-help");
    });
    form.getControl("subgrid_parts").addOnLoad((loaded) => {
      window.acmePartCounts = [...(window.acmePartCounts ?? []), loaded.getEventSource().getGrid().getTotalRecordCount()];
    });
    form.data.entity.addOnSave((saving) => {
      if (form.getAttribute("name").getValue() === "Do not save") saving.getEventArgs().preventDefault();
    });
    form.data.entity.addOnPostSave((saved) => {
      window.acmeSaves = [...(window.acmeSaves ?? []), saved.getEventArgs().getIsSaveSuccess()];
    });
  },
};
`;
