using System.Collections.Generic;
using System.Linq;

namespace SandboxWorker;

/// <summary>Optional members of JSON objects, which the tenant leaves out rather than writing null.</summary>
static class JsonMembers
{
    public static string? Text(this Dictionary<string, object?> json, string name) => json.TryGetValue(name, out var value) ? value as string : null;

    public static Dictionary<string, object?> Members(this Dictionary<string, object?> json, string name) =>
        json.TryGetValue(name, out var value) && value is Dictionary<string, object?> members ? members : [];

    public static Dictionary<string, object?> WithoutNulls(this Dictionary<string, object?> json) =>
        json.Where(member => member.Value != null).ToDictionary(member => member.Key, member => member.Value);
}
