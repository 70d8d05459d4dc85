namespace Microsoft.Xrm.Sdk.Query;

public sealed class ColumnSet
{
    public ColumnSet() { }

    public ColumnSet(bool allColumns) => AllColumns = allColumns;

    public ColumnSet(params string[] columns) => Columns.AddRange(columns);

    public bool AllColumns { get; set; }
    public DataCollection<string> Columns { get; } = new DataCollection<string>();

    public void AddColumn(string column) => Columns.Add(column);

    public void AddColumns(params string[] columns) => Columns.AddRange(columns);
}
