using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Execution;

/// <summary>
/// Arranged situations that the next case can use again, because the case before changed nothing in them.
/// It saves most of the calls; a case that fails is repeated alone, so that no failure depends on it.
/// </summary>
internal sealed class ContextPool
{
    private readonly Dictionary<(Trace Arrange, bool IsNumbered), CaseContext> _idle = [];

    /// <param name="arrange">The calls that arranged it.</param>
    /// <param name="isNumbered">Whether the numbers that the backend picked have to have been seen.</param>
    public CaseContext? Take(Trace arrange, bool isNumbered) => _idle.Remove((arrange, isNumbered), out var context) ? context : null;

    public void Return(Trace arrange, bool isNumbered, CaseContext context) => _idle[(arrange, isNumbered)] = context;
}
