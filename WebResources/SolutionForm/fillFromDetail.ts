import { columns, tables } from "../../Solution/engine/domain/schema";

const own = columns.partnerCenterSolution;
const detailColumns = columns.solutionDetail;

/**
 * Copies name, identifier and kind of the chosen catalogue row into the form, so that the seller types nothing and the grid
 * shows what was added. A catalogue that cannot be read costs nothing: the engine takes the identifier from it as well.
 */
export const fillFromDetail = async (form: Xrm.FormContext): Promise<void> => {
  const chosen = form.getAttribute<Xrm.Attributes.LookupAttribute>(own.solutionDetailId)?.getValue()?.[0];
  if (!chosen) return;
  form.getAttribute<Xrm.Attributes.StringAttribute>(own.name)?.setValue(chosen.name ?? null);
  const wanted = [detailColumns.solutionId, detailColumns.solutionKind];
  const detail = await readDetail(chosen.id, wanted);
  if (!detail) return;
  form.getAttribute<Xrm.Attributes.StringAttribute>(own.solutionId)?.setValue(toText(detail[detailColumns.solutionId]));
  form
    .getAttribute<Xrm.Attributes.OptionSetAttribute>(own.solutionKind)
    ?.setValue(toChoice(detail[detailColumns.solutionKind]));
};

type Row = Readonly<Record<string, unknown>>;

const readDetail = async (id: string, wanted: readonly string[]): Promise<Row | undefined> => {
  try {
    const options = `?$select=${wanted.join(",")}`;
    return await Xrm.WebApi.retrieveRecord<Row>(tables.solutionDetail.logicalName, id, options);
  } catch {
    return undefined;
  }
};

const toText = (value: unknown): string | null => (typeof value === "string" ? value : null);
const toChoice = (value: unknown): number | null => (typeof value === "number" ? value : null);
