using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Exploration;

/// <summary>How well a step's effect can be seen from outside.</summary>
internal enum Visibility
{
    /// <summary>No observation answers differently.</summary>
    Hidden,

    /// <summary>Some observation answers differently, without showing the field itself.</summary>
    Noticed,

    /// <summary>Some observation shows the field.</summary>
    Shown,
}

/// <summary>Asks the oracle's observations before and after a step whether they observability what a point did.</summary>
internal sealed class Observability(SuiteModel model, ObservationCalls observations)
{
    public Visibility Of(PointInfo point, SpecValue partition, ILookup<string, string> identities, object before, object after, long now)
    {
        var best = Visibility.Hidden;
        var calls = observations.Reading(partition, identities)
            .Concat(observations.Refused(partition, identities, c => model.Suite.Step(after, c, now)));
        foreach (var observation in calls)
        {
            var then = model.Suite.Step(after, observation, now);
            var seen = Of(point, model.Suite.Step(before, observation, now), then);
            if (seen == Visibility.Shown)
            {
                return seen;
            }

            best = seen > best ? seen : best;
        }

        return best;
    }

    /// <summary>The fields that an answer shows, with their values.</summary>
    public IEnumerable<(string Field, SpecValue Value)> Shown(StepReport report)
    {
        var answer = report.Response ?? report.Refusal?.Data;
        return answer is null || model.Decider(report) is not { } decider
            ? []
            : decider.Members.Where(m => m.Field is not null).SelectMany(m => Values.All(answer, m.Path), (m, v) => (m.Field!, v));
    }

    private Visibility Of(PointInfo point, StepReport before, StepReport after)
    {
        var was = Shown(before).Where(f => point.Fields.Contains(f.Field)).ToList();
        var shows = Shown(after).Where(f => point.Fields.Contains(f.Field)).ToList();
        if (point.Kind == PointKind.Kept)
        {
            return shows.Any(f => f.Value.IsPresent) ? Visibility.Shown : Visibility.Hidden;
        }

        if (shows.Count > 0 && !was.SequenceEqual(shows))
        {
            return Visibility.Shown;
        }

        return Answer(before).Equals(Answer(after)) ? Visibility.Hidden : Visibility.Noticed;
    }

    private static (string?, SpecValue?) Answer(StepReport report) =>
        (report.Refusal?.Error, report.Response ?? report.Refusal?.Data);
}
