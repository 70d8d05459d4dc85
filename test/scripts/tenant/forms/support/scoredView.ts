/** A view whose script puts an icon beside the name of high scores. */
export const scoredView = {
  fetchXml: `<fetch><entity name="opportunity"><attribute name="opportunityid"/><attribute name="name"/><attribute name="acme_score"/><order attribute="name"/></entity></fetch>`,
  layoutXml: `<grid name="resultset" jump="name" select="1"><row name="result" id="opportunityid">
    <cell name="name" width="300" imageproviderfunctionname="Acme.Icons.score" imageproviderwebresource="$webresource:acme_/Icons.js"/>
    <cell name="acme_score" width="100"/><cell name="opportunityid" ishidden="1"/></row></grid>`,
};

export const scoreIcons = `
var Acme = window.Acme || {};
Acme.Icons = {
  score(rowData, lcid) {
    const { acme_score_Value: score, RowId: id } = JSON.parse(rowData);
    return score > 5 && id.startsWith("{") && lcid === 1033 ? ["acme_/images/high.svg", "High score"] : ["", ""];
  },
};
`;

export const highIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 1l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z" fill="#0f6cbd"/></svg>`;
