using System;
using System.Globalization;
using Jint;

namespace CoSellConnector.PluginHost.Script;

/// <summary>What every JavaScript engine of the host refuses to a script.</summary>
static class ScriptLimits
{
    const int MaxRecursion = 250;

    const int MaxStatements = 200_000_000;

    static readonly TimeSpan RegexTimeout = TimeSpan.FromSeconds(2);

    public static Engine Create(BudgetConstraint budget) => new(options => options
        .Strict()
        .DisableStringCompilation()
        .LocalTimeZone(TimeZoneInfo.Utc)
        .Culture(CultureInfo.InvariantCulture)
        .LimitRecursion(MaxRecursion)
        .MaxStatements(MaxStatements)
        .RegexTimeoutInterval(RegexTimeout)
        .Constraint(budget));
}
