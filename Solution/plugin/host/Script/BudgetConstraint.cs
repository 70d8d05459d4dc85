using Jint;

namespace CoSellConnector.PluginHost.Script;

/// <summary>Stops a script between two statements when the time of the call that it serves is up.</summary>
sealed class BudgetConstraint : Constraint
{
    /// <summary>The budget of the call at hand.</summary>
    public Budget? Current { get; set; }

    public override bool IsAmortizable => true;

    public override void Check() => Current?.Check();

    // A call enters the script several times and has one limit.
    public override void Reset() { }
}
