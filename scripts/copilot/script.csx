/// <summary>
/// Runs inside the custom connector, before and after each request. Sales in Microsoft 365 Copilot asks by plain query parameters and
/// wants a list; Dataverse takes functions of OData and answers with one text. Nothing is stored here, and nothing is decided.
/// </summary>
public class Script : ScriptBase
{
    const string Nothing = "{\"value\":[],\"hasMoreResults\":false}";

    static readonly Dictionary<string, string> Functions = new Dictionary<string, string>
    {
        ["recordDetails"] = "cosell_GetRecordDetails",
        ["recordSummary"] = "cosell_GetRecordSummary",
        ["keySalesInfo"] = "cosell_GetKeySalesInfo",
    };

    static readonly string[] Texts = { "recordType", "recordId", "startDateTime", "endDateTime" };
    static readonly string[] Numbers = { "top", "skip" };

    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        var request = this.Context.Request;
        var asked = request.RequestUri;
        // The path says which operation it is: the operation id comes encoded in some regions.
        if (!Functions.TryGetValue(asked.Segments[asked.Segments.Length - 1], out var function))
            return Answer(HttpStatusCode.NotFound, "{\"error\":{\"message\":\"The connector has no such operation.\"}}");
        var query = HttpUtility.ParseQueryString(asked.Query);
        var given = query.AllKeys.Where(name => name != null).ToDictionary(name => name, name => query[name]);
        if (!IsOfThisEnvironment(given, asked.Host)) return Answer(HttpStatusCode.OK, Nothing);

        request.RequestUri = ToFunctionCall(asked, function, given);
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var response = await this.Context.SendAsync(request, this.CancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) return response;
        var body = JObject.Parse(await response.Content.ReadAsStringAsync().ConfigureAwait(false));
        return Answer(HttpStatusCode.OK, (string)body["Response"]);
    }

    /// <summary>A record of another system, or of another environment, has nothing here, whatever its identifier is.</summary>
    static bool IsOfThisEnvironment(Dictionary<string, string> given, string host)
    {
        given.TryGetValue("crmType", out var crmType);
        given.TryGetValue("crmOrgUrl", out var crmOrgUrl);
        if (!string.IsNullOrEmpty(crmType) && crmType.Replace(" ", "").ToLowerInvariant() != "dynamics365") return false;
        if (string.IsNullOrEmpty(crmOrgUrl)) return true;
        var address = crmOrgUrl.Contains("://") ? crmOrgUrl : "https://" + crmOrgUrl;
        return Uri.TryCreate(address, UriKind.Absolute, out var organization)
            && string.Equals(organization.Host, host, StringComparison.OrdinalIgnoreCase);
    }

    static Uri ToFunctionCall(Uri asked, string function, Dictionary<string, string> given)
    {
        var parameters = new List<string>();
        var values = new List<string>();
        void Add(string name, string literal)
        {
            parameters.Add(char.ToUpperInvariant(name[0]) + name.Substring(1) + "=@" + name);
            values.Add("@" + name + "=" + Uri.EscapeDataString(literal));
        }
        foreach (var name in Texts)
            if (given.TryGetValue(name, out var text) && text != "") Add(name, "'" + text.Replace("'", "''") + "'");
        foreach (var name in Numbers)
            if (given.TryGetValue(name, out var digits) && int.TryParse(digits, out var number)) Add(name, number.ToString());
        var path = "/api/data/v9.2/" + function + "(" + string.Join(",", parameters) + ")";
        return new Uri(asked.GetLeftPart(UriPartial.Authority) + path + "?" + string.Join("&", values));
    }

    static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new HttpResponseMessage(status) { Content = CreateJsonContent(json) };
}
