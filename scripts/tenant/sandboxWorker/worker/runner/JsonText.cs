using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SandboxWorker;

/// <summary>JSON as plain collections: dictionaries, lists, text, bool, int, double and null. The other side is trusted.</summary>
static class JsonText
{
    public static object? Parse(string text)
    {
        var at = 0;
        return Parse(text, ref at);
    }

    public static string Print(object? value)
    {
        var text = new StringBuilder();
        Print(value, text);
        return text.ToString();
    }

    static object? Parse(string text, ref int at)
    {
        switch (text[SkipSpace(text, ref at)])
        {
            case '{': return ParseObject(text, ref at);
            case '[': return ParseArray(text, ref at);
            case '"': return ParseString(text, ref at);
            default: return ParseWord(text, ref at);
        }
    }

    static Dictionary<string, object?> ParseObject(string text, ref int at)
    {
        var members = new Dictionary<string, object?>();
        for (at++; text[SkipSpace(text, ref at)] != '}'; SkipComma(text, ref at))
        {
            var name = ParseString(text, ref at);
            SkipSpace(text, ref at);
            at++; // the colon
            members[name] = Parse(text, ref at);
        }
        at++;
        return members;
    }

    static List<object?> ParseArray(string text, ref int at)
    {
        var items = new List<object?>();
        for (at++; text[SkipSpace(text, ref at)] != ']'; SkipComma(text, ref at)) items.Add(Parse(text, ref at));
        at++;
        return items;
    }

    static string ParseString(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; ;)
        {
            // Whole runs at once: assemblies come as one string of some megabytes.
            var end = text.IndexOfAny(['"', '\\'], at);
            value.Append(text, at, end - at);
            at = end + 1;
            if (text[end] == '"') return value.ToString();
            value.Append(ParseEscape(text, ref at));
        }
    }

    static char ParseEscape(string text, ref int at)
    {
        var c = text[at++];
        if (c != 'u') return c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c };
        at += 4;
        return (char)ushort.Parse(text.Substring(at - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    static object? ParseWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && ",]} \t\r\n".IndexOf(text[at]) < 0) at++;
        var word = text.Substring(start, at - start);
        if (word is "null") return null;
        if (word is "true" or "false") return word is "true";
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        return double.Parse(word, CultureInfo.InvariantCulture);
    }

    static int SkipSpace(string text, ref int at)
    {
        while (char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    static void SkipComma(string text, ref int at)
    {
        if (text[SkipSpace(text, ref at)] == ',') at++;
    }

    static void Print(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case string words: PrintString(words, text); break;
            case bool flag: text.Append(flag ? "true" : "false"); break;
            case IDictionary members: PrintObject(members, text); break;
            case IEnumerable items: PrintArray(items, text); break;
            case double real: text.Append(real.ToString("G17", CultureInfo.InvariantCulture)); break;
            default: text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    static void PrintObject(IDictionary members, StringBuilder text)
    {
        var opening = '{';
        foreach (DictionaryEntry member in members)
        {
            text.Append(opening);
            PrintString((string)member.Key, text);
            text.Append(':');
            Print(member.Value, text);
            opening = ',';
        }
        text.Append(opening == '{' ? "{}" : "}");
    }

    static void PrintArray(IEnumerable items, StringBuilder text)
    {
        var opening = '[';
        foreach (var item in items)
        {
            text.Append(opening);
            Print(item, text);
            opening = ',';
        }
        text.Append(opening == '[' ? "[]" : "]");
    }

    static void PrintString(string words, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in words)
        {
            // Half of a surrogate pair would not survive the way through UTF-8.
            if (c < ' ' || char.IsSurrogate(c)) text.Append("\\u").Append(((int)c).ToString("x4"));
            else if (c is '"' or '\\') text.Append('\\').Append(c);
            else text.Append(c);
        }
        text.Append('"');
    }
}
