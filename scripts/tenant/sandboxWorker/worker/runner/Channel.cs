using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace SandboxWorker;

/// <summary>Messages as one line of JSON each, in both directions.</summary>
sealed class Channel(TextReader incoming, TextWriter outgoing)
{
    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Channel OverStandardStreams() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8, false, 1 << 16),
        new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true, NewLine = "\n" });

    public void Send(Dictionary<string, object?> message)
    {
        var line = JsonText.Print(message);
        lock (outgoing) outgoing.WriteLine(line);
    }

    /// <summary>Until the other side closes.</summary>
    public IEnumerable<Dictionary<string, object?>> Received()
    {
        while (incoming.ReadLine() is { } line) yield return (Dictionary<string, object?>)JsonText.Parse(line)!;
    }
}
