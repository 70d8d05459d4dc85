using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CoSellConnector.PluginHost.Json;

/// <summary>Writes what <see cref="JsonReader"/> reads.</summary>
static class JsonWriter
{
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case bool flag: text.Append(flag ? "true" : "false"); break;
            case int whole: text.Append(whole.ToString(CultureInfo.InvariantCulture)); break;
            case double real: AppendReal(text, real); break;
            case string words: AppendText(text, words); break;
            case JsonObject members: AppendObject(text, members); break;
            case JsonArray items: AppendArray(text, items); break;
            default: throw new ArgumentException($"{value.GetType().Name} has no JSON form");
        }
    }

    // JSON has neither NaN nor infinity; JavaScript writes null for both.
    static void AppendReal(StringBuilder text, double real)
    {
        var isFinite = !double.IsNaN(real) && !double.IsInfinity(real);
        text.Append(isFinite ? real.ToString("G17", CultureInfo.InvariantCulture) : "null");
    }

    static void AppendObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var separator = "";
        foreach (KeyValuePair<string, object?> member in members)
        {
            text.Append(separator);
            AppendText(text, member.Key);
            text.Append(':');
            Append(text, member.Value);
            separator = ",";
        }
        text.Append('}');
    }

    static void AppendArray(StringBuilder text, JsonArray items)
    {
        text.Append('[');
        for (var at = 0; at < items.Count; at++)
        {
            if (at > 0) text.Append(',');
            Append(text, items[at]);
        }
        text.Append(']');
    }

    static void AppendText(StringBuilder text, string words)
    {
        text.Append('"');
        foreach (var c in words)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c < ' ') text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }
        text.Append('"');
    }
}
