using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Execution;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Mutants;

namespace JobsSpecGen.Conformance.Attribution;

/// <summary>
/// Explains a deviation by mistakes that are known: the mutants of the rules that would have answered every call as the
/// backend did, the wrong one included, and every call of the cases that went right. Where they break several clauses, those
/// count that explain the most of the other cases that went wrong.
/// </summary>
internal sealed class MutantMatcher(SuiteModel model)
{
    /// <summary>More cases that went wrong tell mistakes apart no better.</summary>
    private const int MostWrong = 100;

    private readonly Mutation[] _mutations = [.. RuleMutations.Of(model).Where(m => m.HostOperator != HostMutationOperator.SharesPartitions)];

    /// <summary>How many calls went right, by context: in those that several cases used, a later one may have gone wrong.</summary>
    private readonly Dictionary<CaseContext, int> _right = [];
    private readonly Dictionary<Mutation, int> _explained = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Mutation> _cleared = new(ReferenceEqualityComparer.Instance);
    private readonly List<CaseContext> _wrong = [];
    private readonly Dictionary<Mutation, (int Of, int Explained)> _weights = new(ReferenceEqualityComparer.Instance);
    private int _notes;

    /// <summary>Takes note of a case that went right: a mistake that would have shown in it is not the one.</summary>
    public void RecordPassed(CaseContext context)
    {
        if (!context.IsTolerant)
        {
            _right[context] = context.Log.Count;
            _notes++;
        }
    }

    /// <summary>Takes note of a case that went wrong.</summary>
    public void RecordFailed(CaseContext context)
    {
        if (!context.IsTolerant && _wrong.Count < MostWrong)
        {
            _wrong.Add(context);
        }
    }

    /// <summary>The mistakes that explain all that was done in a context.</summary>
    /// <param name="context">The context.</param>
    /// <param name="clause">The clause that seems to be violated: a mistake that drops several effects is one of that clause, where it is among them.</param>
    public IReadOnlyList<MutantInfo> Of(CaseContext context, string? clause)
    {
        if (context.IsTolerant || context.IsOver)
        {
            return [];
        }

        var explaining = _mutations.Where(m => !_cleared.Contains(m) && Explains(m, context, context.Log.Count) && ExplainsWhatWentRight(m)).ToList();
        if (explaining.Select(m => m.Info.Clause).Distinct().Count() > 1)
        {
            var most = explaining.Max(Weight);
            explaining.RemoveAll(m => Weight(m) < most);
        }

        return [.. explaining.Select(m => clause is not null && m.Effects.Contains(clause) ? m.Info with { Clause = clause } : m.Info)];
    }

    /// <summary>How many of the cases that went wrong a mistake explains.</summary>
    private int Weight(Mutation mutation)
    {
        if (!_weights.TryGetValue(mutation, out var known) || known.Of != _wrong.Count)
        {
            _weights[mutation] = known = (_wrong.Count, _wrong.Count(context => Explains(mutation, context, context.Log.Count)));
        }

        return known.Explained;
    }

    private bool ExplainsWhatWentRight(Mutation mutation)
    {
        if (_explained.GetValueOrDefault(mutation) == _notes)
        {
            return true;
        }

        if (_right.Any(right => Concerns(mutation, right.Key) && !Explains(mutation, right.Key, right.Value)))
        {
            _cleared.Add(mutation);
            return false;
        }

        _explained[mutation] = _notes;
        return true;
    }

    private static bool Concerns(Mutation mutation, CaseContext context) => context.Log.Exists(e => mutation.IsAbout(e.Call));

    private bool Explains(Mutation mutation, CaseContext context, int calls)
    {
        if (!Concerns(mutation, context))
        {
            return false;
        }

        var states = new MutantStates(model, mutation);
        var bindings = new Bindings(context.IsSpaced);
        foreach (var exchange in context.Log.Take(calls))
        {
            var call = RequestTranslator.Retranslate(model, context.Bindings, bindings, exchange.Call);
            if (states.Try(call, exchange.Stamp.Symbol) is not { } wrong)
            {
                return false;
            }

            var report = Like(exchange.Expected, wrong);
            bindings.SetWindow(exchange.Stamp.Symbol, exchange.Stamp.From, exchange.Stamp.To);
            if (Withholds(report, exchange) || OutcomeComparer.Compare(model, bindings, exchange.Call, report, exchange.Actual, isMutant: true).Count > 0)
            {
                return false;
            }

            if (model.Points(exchange.Expected).Any(p => p.Kind == PointKind.Removed))
            {
                ServerChosenNumbers.ForgetRemoved(model, bindings, model.PartitionOf(exchange.Call), exchange.Before, exchange.Expected.State);
            }
        }

        return true;
    }

    /// <summary>Whether a mutant refuses without the data that the spec has, and the backend gave some.</summary>
    private static bool Withholds(StepReport report, Exchange exchange) =>
        report.Refusal is { Data.Members.Count: 0 } && exchange.Expected.Refusal is { Data.Members.Count: > 0 } && exchange.Actual is CallOutcome.Refused { Data.Members.Count: > 0 };

    /// <summary>A mutant leaves no trace of its way; where it ends as the spec does, what the spec accepts instead is accepted from it too.</summary>
    private static StepReport Like(StepReport right, StepReport wrong) => right.Refusal?.Error == wrong.Refusal?.Error
        ? wrong with { Points = right.Points, Faults = right.Faults }
        : wrong;
}
