using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>
/// Arranged test contexts that a later case can reuse because the case before left the state unchanged.
/// Reuse saves most of the calls. A failing case is repeated alone, so that no failure depends on reuse.
/// </summary>
internal sealed class ContextPool
{
    private readonly Dictionary<(Trace Arrange, bool HasServerChosenNumbers), CaseContext> _idle = [];

    /// <param name="arrange">The calls that arranged the context.</param>
    /// <param name="hasServerChosenNumbers">Whether the context must have observed the server-chosen numbers.</param>
    public CaseContext? Take(Trace arrange, bool hasServerChosenNumbers) => _idle.Remove((arrange, hasServerChosenNumbers), out var context) ? context : null;

    public void Return(Trace arrange, bool hasServerChosenNumbers, CaseContext context) => _idle[(arrange, hasServerChosenNumbers)] = context;
}
