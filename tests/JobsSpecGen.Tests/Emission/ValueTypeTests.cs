using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Model;

namespace JobsSpecGen.Tests.Emission;

public sealed class ValueTypeTests(EmittedShapesFixture emitted) : IClassFixture<EmittedShapesFixture>
{
    [Fact]
    public void Lists_are_compared_value_by_value() => Holds(
        """
        ValueList<string> a = ["x", "y"];
        var b = new ValueList<string>(new List<string> { "x", "y" });
        return a == b && a.Equals((object)b) && a.GetHashCode() == b.GetHashCode() && a != ["y", "x"] && a != ValueList<string>.Empty && a != null
            && a.ToString() == "[x, y]" && a.Count == 2 && a[1] == "y" && a.SequenceEqual(b);
        """);

    [Fact]
    public void A_list_keeps_no_hold_on_what_it_was_made_of() => Holds(
        """
        var source = new[] { 1, 2 };
        var list = new ValueList<int>(source);
        source[0] = 9;
        return list[0] == 1;
        """);

    [Fact]
    public void An_empty_collection_expression_is_the_empty_list() => Holds(
        "ValueList<long> none = []; return ReferenceEquals(none, ValueList<long>.Empty);");

    [Fact]
    public void Maps_are_compared_whatever_the_order() => Holds(
        """
        var a = ValueMap.Create(("b", "2"), ("a", "1"), ("B", "3"));
        var b = new ValueMap<string>(new Dictionary<string, string> { ["B"] = "3", ["a"] = "1", ["b"] = "2" });
        return a == b && a.GetHashCode() == b.GetHashCode() && a != ValueMap.Create(("b", "2"), ("a", "1")) && a != ValueMap.Create(("b", "2"), ("a", "1"), ("C", "3"))
            && a.ToString() == "{ B: 3, a: 1, b: 2 }" && string.Concat(a.Keys) == "Bab" && string.Concat(a.Values) == "312" && a["a"] == "1"
            && a.ContainsKey("b") && !a.ContainsKey("A") && !a.TryGetValue("", out _) && !ValueMap<string>.Empty.ContainsKey("a");
        """);

    [Fact]
    public void A_map_refuses_a_name_twice_and_a_name_that_is_null() => Holds(
        """
        var refused = 0;
        try { ValueMap.Create(("a", 1), ("b", 2), ("a", 3)); } catch (ArgumentException e) when (e.Message.Contains("a")) { refused++; }
        try { ValueMap.Create(("a", 1), (null!, 2)); } catch (ArgumentException) { refused++; }
        try { _ = ValueMap.Create(("a", 1))["b"]; } catch (KeyNotFoundException) { refused++; }
        return refused == 3;
        """);

    [Fact]
    public void Walking_allocates_nothing() => Holds(
        """
        ValueList<string> list = ["x", "y"];
        var map = ValueMap.Create(("a", "1"));
        var length = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var item in list) { length += item.Length; }
        foreach (var entry in map) { length += entry.Key.Length; }
        return GC.GetAllocatedBytesForCurrentThread() == before && length == 3;
        """);

    [Fact]
    public void Records_are_compared_through_their_lists_and_maps() => Holds(
        """
        StartRequest Make() => new() { ThingName = "t", Note = "n", Details = ValueMap.Create(("a", "1")), Items = [new() { JobId = "j", Status = Status.Queued, At = 1 }] };
        return Make() == Make() && Make().GetHashCode() == Make().GetHashCode() && new PokeRequest() == new PokeRequest() && Make() != Make() with { Items = [] };
        """);

    [Fact]
    public void Errors_carry_their_names_status_data_and_every_violation() => Holds(
        """
        JobsDataPlaneException conflict = new VersionMismatchException("no") { Clause = "c", Item = new() { JobId = "j", Status = Status.Queued, At = 1 } };
        var invalid = new InvalidRequestException(StartRequestValidator.Validate(new() { ThingName = "", Note = null! }));
        return conflict is { Code: "VersionMismatchException", WireName: "ConflictException", HttpStatus: 409, Clause: "c", Message: "no" }
            && new InvalidRequestException("m", conflict) is { Message: "m", Violations.Count: 0 } wrapped && wrapped.InnerException == conflict
            && invalid.Violations.Count == 3
            && invalid.Message == "The request breaks 3 constraints: thingName: expected length 1 to 128, found 0; thingName: expected pattern [a-zA-Z0-9:_-]+, found ''; note: expected a value, found nothing";
        """);

    [Fact]
    public void Literals_become_values_of_the_emitted_types()
    {
        var literals = new LiteralEmitter(new ShapeTypes(SampleSpecs.Jobs));
        var record = new LiteralValue.Record(SampleSpecs.List(
            new NamedLiteral("thingName", new LiteralValue.Text("a\"\n")),
            new NamedLiteral("note", new LiteralValue.Text("")),
            new NamedLiteral("status", new LiteralValue.Enumerated("Status", "class")),
            new NamedLiteral("flag", new LiteralValue.Boolean(true)),
            new NamedLiteral("count", new LiteralValue.Null()),
            new NamedLiteral("details", new LiteralValue.Record(SampleSpecs.List(new NamedLiteral("step", new LiteralValue.Text("download"))))),
            new NamedLiteral("items", new LiteralValue.Sequence(default))));
        var code = literals.Emit(record, "StartRequest").ToString();
        Assert.Contains("global::IotJobsData.ValueMap.Create<string>((\"step\", \"download\"))", code);
        Assert.True(emitted.Jobs.Evaluate<bool>(
            code + " == new StartRequest { ThingName = \"a\\\"\\n\", Note = \"\", Status = Status.Class, Flag = true, Details = ValueMap.Create((\"step\", \"download\")), Items = [] }"));
        Assert.Equal("new global::IotJobsData.PokeRequest()", literals.Emit(new LiteralValue.Record(default), "PokeRequest").ToString());
        Assert.Equal("long.MinValue", literals.Emit(new LiteralValue.Integer(long.MinValue), "Count").ToString());
    }

    private void Holds(string statements) => Assert.True(emitted.Jobs.Run<bool>(statements));
}
