using JobsSpecGen.Model;
using JobsSpecGen.Pipeline;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Binding;

/// <summary>What the binder decides about how members travel.</summary>
public sealed class WireFormTests
{
    [Fact]
    public void Members_that_a_path_names_travel_there()
    {
        var input = Shape(SpecText.Lamps, "SwitchOnRequest");
        Assert.Equal(
            ["roomName: Path", "lampId: Path", "note: Body", "times: Body"],
            input.Members.Select(member => $"{member.Name}: {member.Location}"));
    }

    [Fact]
    public void Members_of_an_action_travel_as_those_of_an_operation()
    {
        var input = Shape(SpecText.Lamps.With("    says: Somebody hangs a lamp.\n", "    says: Somebody hangs a lamp.\n    http: { method: POST, path: \"/rooms/{roomName}/{city}\", given: { city: Bath } }\n"), "HangLampRequest");
        Assert.Equal(["roomName: Path", "lampId: Body"], input.Members.Select(member => $"{member.Name}: {member.Location}"));
    }

    [Fact]
    public void An_action_without_a_path_has_everything_in_its_body() => Assert.All(Shape(SpecText.Lamps, "HangLampRequest").Members, member => Assert.Equal(MemberLocation.Body, member.Location));

    [Fact]
    public void Only_what_no_request_carries_is_lenient_about_empty_values()
    {
        var spec = SpecText.Lamps
            .With("  Notes: { type: list, of: Note,", "  Notes: { type: list, of: Note, emptyIsAbsent: true,")
            .With("      note: Note\n  LampList", "      note: Note\n      notes: Notes\n      more: { shape: Notes, required: true }\n  LampList")
            .With("{ lamp: { $from: lamp } }\n        clause: switch.answer", "{ lamp: { $from: lamp, notes: null, more: [] } }\n        clause: switch.answer")
            .With("data: { lamp: { $from: lamp } }", "data: { lamp: { $from: lamp, notes: null, more: [] } }")
            .With("{ $each: all }", "{ $each: all, notes: null, more: [] }");

        Assert.Equal(["notes left out", "more read as empty"], Lenient(Shape(spec, "Lamp")));
        Assert.Empty(Lenient(Shape(spec.With("      note: Note\n      times", "      lamp: Lamp\n      note: Note\n      times"), "Lamp")));
        Assert.Empty(Lenient(Shape(spec.With("      note: Note\n      times", "      notes: Notes\n      note: Note\n      times"), "SwitchOnRequest")));
    }

    private static IEnumerable<string> Lenient(Shape shape) => shape.Members
        .Where(member => member.EmptyIsLeftOut || member.AbsentIsEmpty)
        .Select(member => member.Name + (member.EmptyIsLeftOut ? " left out" : " read as empty"));

    private static Shape Shape(SpecText spec, string name)
    {
        var read = SpecReading.Bind(new SpecFile("a.jobs.yaml", spec.Text, Artefact.None), TestContext.Current.CancellationToken);
        Assert.Empty(read.Findings);
        return Assert.Single(read.Model!.Shapes, shape => shape.Name == name);
    }
}
