using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Replaces server-chosen numbers by ranks. Only equality and order of such numbers have a meaning, so two backends are compared by the
/// rank of a number within the scope in which it is distinct.
/// </summary>
internal static class ServerChosenRanks
{
    /// <summary>An offset that makes numbers which no row of the bounded model has.</summary>
    private const long UnusedNumber = 1_000_000;

    /// <summary>Gets the rank of a number, from 1, or 0 if no row has the number.</summary>
    public static long RankOf(SuiteModel model, SpecValue.Record state, ShapeInfo shape, SpecValue within, long number) =>
        NumbersIn(model, state, shape, within).IndexOf(number) + 1;

    /// <summary>Translates a request whose server-chosen numbers are ranks: each is replaced by the number with that rank in a state.</summary>
    public static SpecCall Translate(SuiteModel model, SpecValue.Record state, SpecCall call) =>
        !ServerChosenNumbers.AreIn(model, call) ? call : call with
        {
            Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, parent) =>
            {
                if (!shape.ServerChosen || value is not SpecValue.Integer rank)
                {
                    return value;
                }

                var numbers = NumbersIn(model, state, shape, ServerChosenScopes.Of(SpecValue.Absent, shape, parent, call).Within);
                return SpecValue.Of(rank.Value >= 1 && rank.Value <= numbers.Count ? numbers[(int)rank.Value - 1] : UnusedNumber + rank.Value);
            }),
        };

    /// <summary>
    /// Replaces the server-chosen numbers of a response by their ranks, and removes empty values of shapes for which empty and absent mean
    /// the same.
    /// </summary>
    public static SpecValue ToRanks(SuiteModel model, SpecValue.Record state, string shape, SpecValue response, SpecCall call) =>
        WithoutEmpty(model, shape, Values.Map(model, shape, response, (s, value, parent) => s.ServerChosen && value is SpecValue.Integer number
            ? SpecValue.Of(RankOf(model, state, s, ServerChosenScopes.Of(SpecValue.Absent, s, parent, call).Within, number.Value))
            : value));

    private static SpecValue WithoutEmpty(SuiteModel model, string shape, SpecValue value)
    {
        var info = model.Shape(shape);
        return (info.EmptyIsAbsent, value) switch
        {
            (true, SpecValue.Record { Members.Count: 0 } or SpecValue.Sequence { Items.Count: 0 }) => SpecValue.Absent,
            (_, SpecValue.Record record) when info.Kind == ShapeKind.Structure => new SpecValue.Record(info.Members.Select(m => KeyValuePair.Create(m.Name, WithoutEmpty(model, m.Shape, record[m.Name])))),
            (_, SpecValue.Sequence list) when info.Element is not null => new SpecValue.Sequence([.. list.Items.Select(i => WithoutEmpty(model, info.Element, i))]),
            _ => value,
        };
    }

    private static List<long> NumbersIn(SuiteModel model, SpecValue.Record state, ShapeInfo shape, SpecValue within) =>
        [.. StateRows.Of(model, state)
            .SelectMany(row => (model.Collection(row.Collection)?.Fields ?? []).Where(f => f.Shape == shape.Name).Select(f => (row, Number: row.Fields[f.Name])))
            .Where(r => shape.Within is null || r.row.Fields[shape.Within].Equals(within))
            .Select(r => r.Number).OfType<SpecValue.Integer>().Select(n => n.Value).Distinct().Order()];
}
