using JobsSpecGen.CompiledTests.Harness;
using JobsSpecGen.Conformance;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>In <c>orderBy</c> null comes before every other value, and with <c>desc</c> after it. Rows that tie keep the order of their creation.</summary>
public sealed class NullOrderTests
{
    private static readonly string[] s_keys = ["car.paidAt", "car.owner", "car.booked"];

    private static readonly Lazy<CompiledSpec> s_garage = new(Compile);

    [Theory]
    [InlineData("car.paidAt", "A1 A3 A2 A4")]
    [InlineData("car.paidAt desc", "A4 A2 A1 A3")]
    [InlineData("car.owner", "A1 A3 A4 A2")]
    [InlineData("car.owner desc", "A2 A4 A1 A3")]
    [InlineData("car.booked", "A1 A3 A4 A2")]
    [InlineData("car.booked desc", "A2 A4 A1 A3")]
    public async Task Null_is_the_smallest_value(string order, string plates)
    {
        var clock = new TestClock();
        var garage = s_garage.Value.CreateReference(clock);
        await CallAsync(garage, "SetSpaces", ("spaces", SpecValue.Of(9)));
        foreach (var plate in new[] { "A1", "A2", "A3", "A4" })
        {
            await CallAsync(garage, "Enter", ("plate", SpecValue.Of(plate)));
        }

        foreach (var (plate, owner, booked) in new[] { ("A2", "b", true), ("A4", "a", false) })
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await CallAsync(garage, "Pay", ("plate", SpecValue.Of(plate)), ("owner", SpecValue.Of(owner)), ("booked", SpecValue.Of(booked)));
        }

        var cars = (SpecValue.Sequence)((SpecValue.Record)await CallAsync(garage, NameOf(order)))["cars"];
        Assert.Equal(plates, string.Join(' ', cars.Items.Select(car => ((SpecValue.Text)((SpecValue.Record)car)["plate"]).Value)));
    }

    /// <summary>The garage with two more optional fields, which a payment writes, and a list for each order.</summary>
    private static CompiledSpec Compile()
    {
        const string Fields = """
            shapes:
              Owner: { type: string, examples: [a, b], says: Who owns a car. }
              Booked: { type: boolean, says: Whether the space is booked. }
            state: { collections: { cars: { fields: { owner: { shape: Owner, optional: true }, booked: { shape: Booked, optional: true } } } } }
            operations:
              Pay: { input: { owner: Owner, booked: Booked } }
            """;
        var spec = s_keys.SelectMany(key => new[] { key, key + " desc" }).Select(ListBy).Prepend(Fields)
            .Aggregate(LanguageFile.Document.SpecAfter(LanguageFile.Document.Steps.Count), YamlMerge.Add);
        return CompiledSpec.From(new SpecText("garage.jobs.yaml", spec)
            .Replace("enteredAt: now, paidAt: null}", "enteredAt: now, paidAt: null, owner: null, booked: null}")
            .Replace("{car.paidAt: now}", "{car.paidAt: now, car.owner: input.owner, car.booked: input.booked}"));
    }

    private static string ListBy(string order) => $$"""
        operations:
          {{NameOf(order)}}:
            says: Lists the cars.
            http: { method: GET, path: "/{{NameOf(order)}}/{garageName}" }
            input: { garageName: { shape: GarageName, required: true } }
            output: { cars: { shape: CarList, required: true } }
            errors: []
            steps:
              - { selectAll: all, from: cars, orderBy: {{order}}, clause: {{NameOf(order)}}.order, says: Orders., source: test }
              - { return: { cars: { $each: all } }, clause: {{NameOf(order)}}.answer, says: Answers., source: test }
        """;

    private static string NameOf(string order) => "ListBy" + order.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static async Task<SpecValue> CallAsync(IConformanceTarget garage, string operation, params (string Name, SpecValue Value)[] members)
    {
        var request = new SpecValue.Record(members.Prepend(("garageName", SpecValue.Of("station"))).Select(m => KeyValuePair.Create(m.Item1, m.Item2)));
        return Assert.IsType<CallOutcome.Answered>(await garage.CallAsync(new SpecCall(operation, request), TestContext.Current.CancellationToken)).Response;
    }
}
