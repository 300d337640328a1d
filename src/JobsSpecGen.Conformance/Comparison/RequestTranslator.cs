using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Translates a request of the oracle to a request for the backend by replacing symbols with their bindings.</summary>
internal static class RequestTranslator
{
    public static SpecCall Translate(SuiteModel model, Bindings bindings, SpecCall call, long now)
    {
        var partition = model.PartitionOf(call);
        return call with
        {
            Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, parent) => (shape.Kind, value) switch
            {
                (ShapeKind.Integer, SpecValue.Integer i) when shape.ServerChosen =>
                    SpecValue.Of(bindings.ServerChosenValue(ServerChosenScopes.Of(partition, shape, parent, call), i.Value)),
                (ShapeKind.Timestamp, SpecValue.Integer t) => SpecValue.Of(bindings.TimeOf(t.Value) ?? now),
                _ => value,
            }),
        };
    }

    /// <summary>Translates a call for another oracle, which has bound other symbols to the server-chosen numbers.</summary>
    public static SpecCall Retranslate(SuiteModel model, Bindings bindings, Bindings others, SpecCall call)
    {
        if (!ServerChosenNumbers.AreIn(model, call))
        {
            return call;
        }

        var partition = model.PartitionOf(call);
        return call with
        {
            Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, parent) =>
                shape.ServerChosen && value is SpecValue.Integer i && ServerChosenScopes.Of(partition, shape, parent, call) is var scope
                    ? SpecValue.Of(others.SymbolOf(scope, bindings.ServerChosenValue(scope, i.Value)))
                    : value),
        };
    }
}
