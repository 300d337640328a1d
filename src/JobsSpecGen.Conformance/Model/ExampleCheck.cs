namespace JobsSpecGen.Conformance.Model;

/// <summary>Checks a scenario against the step function, to detect a scenario that contradicts the clauses.</summary>
internal static class ExampleCheck
{
    /// <summary>Returns the first contradiction, or null if the step function produces the outcomes of the scenario.</summary>
    public static string? Contradiction(SuiteModel model, ScenarioInfo scenario)
    {
        var oracle = new Oracle(model);
        foreach (var call in scenario.Given)
        {
            if (Execute(model, oracle, call).Refusal is { } refusal)
            {
                return $"{model.Spec.File}:{scenario.Line}: the example's given {call} is refused with {refusal.Error}";
            }
        }

        foreach (var step in scenario.Steps)
        {
            var report = Execute(model, oracle, step.Call);
            var place = $"{model.Spec.File}:{step.Line}: {step.Call}";
            if (report.Refusal?.Error != step.RefusedWith)
            {
                return $"{place}: the example expects {step.RefusedWith ?? "an answer"}, the clauses give {report.Refusal?.Error ?? "an answer"}";
            }

            var outcome = report.Response ?? report.Refusal?.Data ?? (SpecValue)new SpecValue.Record([]);
            if (!Matches(step.Outcome, outcome))
            {
                return $"{place}: the example expects {step.Outcome}, the clauses give {outcome}";
            }

            if (step.AbsentPaths.FirstOrDefault(p => Values.At(outcome, p).IsPresent) is { } path)
            {
                return $"{place}: the example expects no {path}, the clauses give {Values.At(outcome, path)}";
            }
        }

        return null;
    }

    private static StepReport Execute(SuiteModel model, Oracle oracle, SpecCall call)
    {
        oracle.Tick();
        var report = oracle.Peek(call);
        oracle.Commit(call, report);
        return report;
    }

    private static bool Matches(SpecValue expected, SpecValue actual) => (expected, actual) switch
    {
        (SpecValue.AbsentValue, _) => true,
        (SpecValue.Record e, SpecValue.Record a) => e.Members.All(m => Matches(m.Value, a[m.Key])),
        (SpecValue.Record { Members.Count: 0 }, SpecValue.AbsentValue) => true,
        (SpecValue.Sequence e, SpecValue.Sequence a) => e.Items.Count == a.Items.Count && e.Items.Zip(a.Items).All(p => Matches(p.First, p.Second)),
        _ => expected.Equals(actual),
    };
}
