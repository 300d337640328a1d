using JobsSpecGen.Pipeline;
using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Pipeline;

/// <summary>What is done again after an edit, and what is not.</summary>
public sealed class CachingTests
{
    private static GeneratorRun First() => GeneratorRun.Of([new SpecInput(SpecText.Lamps.Text)], Consumer.With(null, ConformanceEngine.WithRunner));

    [Fact]
    public void After_an_unrelated_edit_the_spec_is_not_even_read()
    {
        var next = First().AfterUnrelatedEdit();

        Assert.Equal(Reuse.Cached, next.Stage(Stages.Spec));
        Assert.Equal(Reuse.Cached, next.Stage(Stages.Bound));
        Assert.Equal(Reuse.Cached, next.Stage(Stages.Model));
        Assert.Equal(Reuse.Cached, next.Stage(Stages.Lines));
        // These two look at the references of the new compilation, and find the same.
        Assert.Equal(Reuse.Repeated, next.Stage(Stages.Emittable));
        Assert.Equal(Reuse.Repeated, next.Stage(Stages.References));
        Assert.All(next.Reuses(), reuse => Assert.Equal(Reuse.Cached, reuse.Value));
    }

    [Fact]
    public void After_a_new_comment_only_the_lines_are_emitted_again()
    {
        var next = First().AfterEdit(SpecText.Lamps.After("lifecycles:", "  # Who may do what.").Text);

        Assert.Equal(Reuse.Modified, next.Stage(Stages.Bound));
        Assert.Equal(Reuse.Repeated, next.Stage(Stages.Model));
        Assert.Equal(Reuse.Cached, next.Stage(Stages.Emittable));
        Assert.Equal(Reuse.Modified, next.Stage(Stages.Lines));
        Assert.Equal(["SpecLines"], next.Reuses().Where(reuse => reuse.Value != Reuse.Cached).Select(reuse => reuse.Key));
        Assert.Equal(Reuse.Modified, next.Reuses()["SpecLines"]);
    }

    [Fact]
    public void After_a_comment_that_moves_nothing_all_is_cached()
    {
        var next = First().AfterEdit(SpecText.Lamps.With("  lamp.power:\n", "  lamp.power: # of a lamp\n").Text);

        Assert.Equal(Reuse.Repeated, next.Stage(Stages.Bound));
        Assert.All(next.Reuses(), reuse => Assert.Equal(Reuse.Cached, reuse.Value));
    }

    [Fact]
    public void After_a_new_sentence_of_a_clause_the_outputs_that_show_it_change()
    {
        var next = First().AfterEdit(SpecText.Lamps.With("says: Each switch counts.", "says: Each and every switch counts.").Text);

        Assert.Equal(Reuse.Modified, next.Stage(Stages.Model));
        Assert.Equal(Reuse.Repeated, next.Stage(Stages.Lines));
        Assert.Equal(["Conformance", "SpecInfo"], Changed(next));
    }

    [Fact]
    public void After_a_change_of_behaviour_the_types_stay()
    {
        var next = First().AfterEdit(SpecText.Lamps.With("lamp.switched + 1,", "lamp.switched + 2,").Text);

        var changed = Changed(next).ToArray();
        Assert.Contains("Model", changed);
        Assert.Empty(changed.Intersect(["ConstraintViolation", "Errors", "InMemory", "Models", "Service", "State", "Validators", "ValueTypes"]));
    }

    [Fact]
    public void A_mistake_and_its_correction_come_and_go()
    {
        var first = First();
        var broken = first.AfterEdit(SpecText.Lamps.With("lamp.switched + 1,", "lamp.swiched + 1,").Text);
        Assert.Equal("JSG3003", Assert.Single(broken.Diagnostics).Id);
        Assert.All(["Models", "Errors", "Service", "Validators", "ValueTypes"], name => Assert.NotEqual(Reuse.Modified, broken.Reuses()[name]));

        var again = broken.AfterEdit(SpecText.Lamps.Text);
        Assert.Empty(again.Diagnostics);
        Assert.Equal(first.Sources, again.Sources);
    }

    private static IEnumerable<string> Changed(GeneratorRun run) =>
        run.Reuses().Where(reuse => reuse.Value is not (Reuse.Cached or Reuse.Repeated)).Select(reuse => reuse.Key).Order(StringComparer.Ordinal);
}
