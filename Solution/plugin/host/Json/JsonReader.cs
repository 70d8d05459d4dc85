using System.Globalization;
using System.Text;

namespace CoSellConnector.PluginHost.Json;

/// <summary>Reads JSON strictly. Whole numbers that fit become int, all others double.</summary>
sealed class JsonReader
{
    const int MaxDepth = 128;

    readonly string text;
    int at;
    int depth;

    JsonReader(string text) => this.text = text;

    public static object? Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value();
        reader.SkipSpace();
        if (reader.at < text.Length) throw reader.Unexpected();
        return value;
    }

    public static JsonObject ReadObject(string text) => Read(text) as JsonObject ?? throw new JsonException("not an object");

    object? Value()
    {
        SkipSpace();
        switch (Peek())
        {
            case '{': return Nested(Object);
            case '[': return Nested(Array);
            case '"': return Text();
            case 't': return Word("true", true);
            case 'f': return Word("false", false);
            case 'n': return Word("null", null);
            default: return Number();
        }
    }

    T Nested<T>(System.Func<T> read)
    {
        if (++depth > MaxDepth) throw new JsonException($"nested more than {MaxDepth} deep");
        var value = read();
        depth--;
        return value;
    }

    JsonObject Object()
    {
        var members = new JsonObject();
        Expect('{');
        if (TakeIf('}')) return members;
        do
        {
            SkipSpace();
            var name = Text();
            Expect(':');
            members[name] = Value();
        } while (TakeIf(','));
        Expect('}');
        return members;
    }

    JsonArray Array()
    {
        var items = new JsonArray();
        Expect('[');
        if (TakeIf(']')) return items;
        do items.Add(Value()); while (TakeIf(','));
        Expect(']');
        return items;
    }

    string Text()
    {
        if (Take() != '"') throw Unexpected();
        var value = new StringBuilder();
        for (; ; )
        {
            var c = Take();
            if (c == '"') return value.ToString();
            if (c < ' ') throw Unexpected();
            value.Append(c == '\\' ? Escaped() : c);
        }
    }

    char Escaped()
    {
        switch (Take())
        {
            case '"': return '"';
            case '\\': return '\\';
            case '/': return '/';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u': return CodeUnit();
            default: throw Unexpected();
        }
    }

    char CodeUnit()
    {
        var digits = at + 4 <= text.Length ? text.Substring(at, 4) : "";
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) throw Unexpected();
        at += 4;
        return (char)unit;
    }

    object Number()
    {
        var start = at;
        while (at < text.Length && IsOfNumber(text[at])) at++;
        var digits = text.Substring(start, at - start);
        if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)) return real;
        throw Unexpected();
    }

    static bool IsOfNumber(char c) => (c >= '0' && c <= '9') || c is '-' or '+' or '.' or 'e' or 'E';

    object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Unexpected();
        at += word.Length;
        return value;
    }

    void Expect(char c)
    {
        if (!TakeIf(c)) throw Unexpected();
    }

    bool TakeIf(char c)
    {
        SkipSpace();
        if (Peek() != c) return false;
        at++;
        return true;
    }

    char Take() => at < text.Length ? text[at++] : throw Unexpected();

    char Peek() => at < text.Length ? text[at] : '\0';

    void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r') at++;
    }

    JsonException Unexpected() => new($"not JSON at character {at}");
}
