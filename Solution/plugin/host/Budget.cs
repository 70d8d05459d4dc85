using System;
using System.Diagnostics;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>
/// Time one execution may take. The platform kills the whole worker process after two minutes, so the run ends itself before.
/// The script's engine asks between statements; the bridge asks before each host call.
/// </summary>
sealed class Budget(int limitMs)
{
    const int InBackgroundMs = 100_000;

    /// <summary>A synchronous step keeps a user and a database transaction waiting.</summary>
    const int InTheWayMs = 10_000;

    const int MainOperationStage = 30;

    const int AsynchronousMode = 1;

    readonly Stopwatch watch = Stopwatch.StartNew();

    public int ElapsedMs => (int)Math.Min(watch.ElapsedMilliseconds, int.MaxValue);

    public int RemainingMs => Math.Max(0, limitMs - ElapsedMs);

    /// <summary>The limit as a person would say it.</summary>
    public string Words => limitMs < 1000 ? $"{limitMs} milliseconds" : $"{limitMs / 1000} seconds";

    public static int For(IPluginExecutionContext context) =>
        context.Stage == MainOperationStage || context.Mode == AsynchronousMode ? InBackgroundMs : InTheWayMs;

    /// <summary>Throws when the time is up.</summary>
    public void Check()
    {
        if (RemainingMs == 0) throw new BudgetExceededException();
    }
}
