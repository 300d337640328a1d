using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Comparison;

/// <summary>Turns a request in the oracle's terms into one in the backend's: symbols become what they are bound to.</summary>
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
                    SpecValue.Of(bindings.Chosen(ServerChosenScopes.Of(partition, shape, parent, call), i.Value)),
                (ShapeKind.Timestamp, SpecValue.Integer t) => SpecValue.Of(bindings.TimeOf(t.Value) ?? now),
                _ => value,
            }),
        };
    }

    /// <summary>The same call for another oracle, which bound other symbols to what the backend picked.</summary>
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
                    ? SpecValue.Of(others.SymbolOf(scope, bindings.Chosen(scope, i.Value)))
                    : value),
        };
    }
}
