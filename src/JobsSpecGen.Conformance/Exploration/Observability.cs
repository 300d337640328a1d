using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>The visibility of a step's effect from outside.</summary>
internal enum Visibility
{
    /// <summary>No observation has a different outcome.</summary>
    Hidden,

    /// <summary>An observation has a different outcome, but does not show the field itself.</summary>
    Indirect,

    /// <summary>An observation shows the field.</summary>
    Shown,
}

/// <summary>Determines whether observations show the effect of a point, by executing them on the oracle's states before and after the step.</summary>
internal sealed class Observability(SuiteModel model, ObservationCalls observations)
{
    public Visibility Of(PointInfo point, SpecValue partition, ILookup<string, string> identities, object before, object after, long now)
    {
        var best = Visibility.Hidden;
        var calls = observations.Reading(partition, identities)
            .Concat(observations.Refused(partition, identities, c => model.Suite.Step(after, c, now)));
        foreach (var observation in calls)
        {
            var visibility = Of(point, model.Suite.Step(before, observation, now), model.Suite.Step(after, observation, now));
            if (visibility == Visibility.Shown)
            {
                return visibility;
            }

            best = visibility > best ? visibility : best;
        }

        return best;
    }

    /// <summary>The fields that a response, or the data of a refusal, shows, with their values.</summary>
    public IEnumerable<(string Field, SpecValue Value)> Shown(StepReport report)
    {
        var answer = report.Response ?? report.Refusal?.Data;
        return answer is null || model.Decider(report) is not { } decider
            ? []
            : decider.Members.Where(m => m.Field is not null).SelectMany(m => Values.All(answer, m.Path), (m, v) => (m.Field!, v));
    }

    private Visibility Of(PointInfo point, StepReport before, StepReport after)
    {
        var shownBefore = Shown(before).Where(f => point.Fields.Contains(f.Field)).ToList();
        var shownAfter = Shown(after).Where(f => point.Fields.Contains(f.Field)).ToList();
        if (point.Kind == PointKind.Kept)
        {
            return shownAfter.Any(f => f.Value.IsPresent) ? Visibility.Shown : Visibility.Hidden;
        }

        if (shownAfter.Count > 0 && !shownBefore.SequenceEqual(shownAfter))
        {
            return Visibility.Shown;
        }

        return OutcomeOf(before).Equals(OutcomeOf(after)) ? Visibility.Hidden : Visibility.Indirect;
    }

    private static (string?, SpecValue?) OutcomeOf(StepReport report) =>
        (report.Refusal?.Error, report.Response ?? report.Refusal?.Data);
}
