using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>
/// Optional settings of a step, from its unsecure configuration: <c>budgetMs=5000;scriptCheckMs=0</c>. Custom APIs have no
/// configuration and take what is usual.
/// </summary>
sealed class StepConfiguration
{
    const int UsualScriptCheckMs = 30_000;

    StepConfiguration(int? budgetMs, int scriptCheckMs)
    {
        BudgetMs = budgetMs;
        ScriptCheckMs = scriptCheckMs;
    }

    /// <summary>Time one execution may take.</summary>
    public int? BudgetMs { get; }

    /// <summary>How long a script is used before the host looks for a newer one.</summary>
    public int ScriptCheckMs { get; }

    /// <summary>Throws where the text is not of that form: a setting that does nothing is worse than an error.</summary>
    public static StepConfiguration Parse(string? text)
    {
        int? budgetMs = null;
        var scriptCheckMs = UsualScriptCheckMs;
        foreach (var setting in (text ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')))
        {
            switch (setting[0].Trim())
            {
                case "budgetMs": budgetMs = Milliseconds(setting); break;
                case "scriptCheckMs": scriptCheckMs = Milliseconds(setting); break;
                default: throw Unreadable(setting[0]);
            }
        }
        return new(budgetMs, scriptCheckMs);
    }

    static int Milliseconds(string[] setting) =>
        setting.Length == 2 && int.TryParse(setting[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable(setting[0]);

    static InvalidPluginExecutionException Unreadable(string setting) => new(
        OperationStatus.Failed,
        PluginFailure.IsvAborted,
        $"The step is not configured right: \"{setting}\" is not understood. " +
        "An administrator has to correct its unsecure configuration, as in budgetMs=5000;scriptCheckMs=30000.");
}
