import type { ColumnMetadata } from "../../dataverse/metadata";

const byType: Record<ColumnMetadata["type"], string> = {
  primarykey: "{4273EDBD-AC1D-40d3-9FB2-095C621B552D}",
  uniqueidentifier: "{4273EDBD-AC1D-40d3-9FB2-095C621B552D}",
  nvarchar: "{4273EDBD-AC1D-40d3-9FB2-095C621B552D}",
  ntext: "{E0DECE4B-6FC8-4A8F-A065-082708572369}",
  bit: "{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED}",
  int: "{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}",
  bigint: "{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}",
  decimal: "{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}",
  float: "{0D2C745A-E5A8-4C8F-BA63-C6D3BB604660}",
  money: "{533B9E00-756B-4312-95A0-DC888637AC78}",
  datetime: "{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}",
  picklist: "{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}",
  state: "{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}",
  status: "{5D68B988-0661-4DB2-BC3E-17598AD3BE6C}",
  multiselectpicklist: "{4AA28AB7-9C13-4F57-A73D-AD894D048B5F}",
  lookup: "{270BD3DB-D9AF-4782-9025-509E298DEC0A}",
  owner: "{270BD3DB-D9AF-4782-9025-509E298DEC0A}",
  customer: "{270BD3DB-D9AF-4782-9025-509E298DEC0A}",
};

const byFormat: Record<string, string> = {
  email: "{ADA2203E-B4CD-49BE-9DDF-234642B43B52}",
  url: "{71716B6C-711E-476C-8AB8-5D11542BFB47}",
};

/** `classid` of the standard control that FormXml puts on a column. */
export function controlClassOf(column: ColumnMetadata): string {
  return (column.type === "nvarchar" && byFormat[column.format ?? ""]) || byType[column.type];
}
