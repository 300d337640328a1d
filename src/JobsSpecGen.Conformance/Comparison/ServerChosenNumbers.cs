using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>
/// The server-chosen numbers in a request. They must be bound before the request can be sent. A row may be observable for a limited time only.
/// Therefore, the numbers are observed as soon as a row has been created.
/// </summary>
internal static class ServerChosenNumbers
{
    public static bool AreIn(SuiteModel model, SpecCall call)
    {
        var found = false;
        Visit(model, call, (_, _, _) => found = true);
        return found;
    }

    /// <summary>Whether the request contains a number of a row of the state that is not bound yet.</summary>
    public static bool AreUnbound(SuiteModel model, Bindings bindings, SpecCall call, object state)
    {
        var partition = model.PartitionOf(call);
        var isUnbound = false;
        Visit(model, call, (shape, value, parent) =>
        {
            var scope = ServerChosenScopes.Of(partition, shape, parent, call);
            isUnbound |= !bindings.IsBound(scope, value) && Rows(model, state, shape).Any(r =>
                r.Number.Equals(SpecValue.Of(value)) && (shape.Within is null || !scope.Within.IsPresent || r.Row.Fields[shape.Within].Equals(scope.Within)));
        });
        return isUnbound;
    }

    /// <summary>Removes the bindings of the rows that a step removed.</summary>
    public static void UnbindRemoved(SuiteModel model, Bindings bindings, SpecValue partition, object before, object after)
    {
        var remaining = StateRows.Of(model, model.Suite.Inspect(after)).Select(row => (row.Collection, row.Key)).ToHashSet();
        foreach (var row in StateRows.Of(model, model.Suite.Inspect(before)).Where(row => !remaining.Contains((row.Collection, row.Key))))
        {
            foreach (var field in model.Collection(row.Collection)?.Fields ?? [])
            {
                var shape = model.Shape(field.Shape);
                if (shape.ServerChosen && row.Fields[field.Name] is SpecValue.Integer number)
                {
                    bindings.Unbind(new(partition, shape.Name, shape.Within is null ? SpecValue.Absent : row.Fields[shape.Within]), number.Value);
                }
            }
        }
    }

    private static IEnumerable<(StateRow Row, SpecValue Number)> Rows(SuiteModel model, object state, ShapeInfo shape) =>
        StateRows.Of(model, model.Suite.Inspect(state)).SelectMany(row => (model.Collection(row.Collection)?.Fields ?? [])
            .Where(f => f.Shape == shape.Name)
            .Select(f => (row, row.Fields[f.Name])));

    private static void Visit(SuiteModel model, SpecCall call, Action<ShapeInfo, long, SpecValue.Record?> visit) =>
        Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, parent) =>
        {
            if (shape.ServerChosen && value is SpecValue.Integer number)
            {
                visit(shape, number.Value, parent);
            }

            return value;
        });
}
