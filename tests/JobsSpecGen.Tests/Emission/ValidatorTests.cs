namespace JobsSpecGen.Tests.Emission;

public sealed class ValidatorTests(EmittedShapesFixture emitted) : IClassFixture<EmittedShapesFixture>
{
    private const string Valid =
        """
        new StartRequest
        {
            ThingName = "thing-1", Note = "", Status = Status.InProgress, Details = ValueMap.Create(("step", "Grüße 😀")), Count = 10,
            Items = [new Item { JobId = "job-1", Status = Status.Queued, At = 1 }],
        }
        """;

    [Theory]
    [InlineData("ThingNameValidator", "\"a\"", true)]
    [InlineData("ThingNameValidator", "new string('a', 128)", true)]
    [InlineData("ThingNameValidator", "new string('a', 129)", false)]
    [InlineData("ThingNameValidator", "\"\"", false)]
    [InlineData("ThingNameValidator", "\"a\\n\"", false)]
    [InlineData("ThingNameValidator", "\"ä\"", false)]
    [InlineData("ThingNameValidator", "null", false)]
    [InlineData("JobIdValidator", "\"job-1\"", true)]
    [InlineData("JobIdValidator", "\"job-1\\n\"", false)]
    [InlineData("JobIdValidator", "\" job-1\"", false)]
    [InlineData("DescribeJobIdValidator", "\"job-1\"", true)]
    [InlineData("DescribeJobIdValidator", "\"$next\"", true)]
    [InlineData("DescribeJobIdValidator", "\"$last\"", true)]
    [InlineData("DescribeJobIdValidator", "\"$NEXT\"", false)]
    [InlineData("DetailsValueValidator", "\"😀\"", true)]
    [InlineData("DetailsValueValidator", "\"a\\n\"", false)]
    [InlineData("DetailsValueValidator", "\"\\u00AD\"", false)]
    [InlineData("DetailsValueValidator", "\"a\\u200B\"", false)]
    [InlineData("DetailsValueValidator", "\"\\uE000\"", false)]
    [InlineData("DetailsValueValidator", "\"\\u0378\"", false)]
    [InlineData("DetailsValueValidator", "\"\\uD83D\"", false)]
    [InlineData("DetailsValueValidator", "\"\\uDE00\\uD83D\"", false)]
    [InlineData("DetailsValueValidator", "\"\\U000E0001\"", false)]
    [InlineData("DetailsValueValidator", "string.Concat(Enumerable.Repeat(\"😀\", 512))", true)]
    [InlineData("DetailsValueValidator", "string.Concat(Enumerable.Repeat(\"😀\", 513))", false)]
    [InlineData("CountValidator", "1", true)]
    [InlineData("CountValidator", "0", false)]
    [InlineData("CountValidator", "10", true)]
    [InlineData("CountValidator", "11", false)]
    [InlineData("StatusValidator", "Status.Class", true)]
    [InlineData("StatusValidator", "(Status)3", false)]
    [InlineData("StatusValidator", "(Status)(-1)", false)]
    [InlineData("DetailsMapValidator", "ValueMap.Create((\"a\", \"1\"), (\"b\", \"2\"))", true)]
    [InlineData("DetailsMapValidator", "ValueMap.Create((\"a\", \"1\"), (\"b\", \"2\"), (\"c\", \"3\"))", false)]
    [InlineData("DetailsMapValidator", "ValueMap<string>.Empty", true)]
    [InlineData("ItemsValidator", "ValueList<Item>.Empty", false)]
    public void Boundaries(string validator, string value, bool valid) =>
        Assert.Equal((valid, valid), emitted.Jobs.Evaluate<(bool, bool)>($"({validator}.IsValid({value}), {validator}.Validate({value}).Count == 0)"));

    [Theory]
    [InlineData("NoQuotesValidator", "\"ab\\uD83Dä😀\"", true)]
    [InlineData("NoQuotesValidator", "\"a'b\"", false)]
    [InlineData("NoQuotesValidator", "\"a\\n\"", false)]
    [InlineData("GreekValidator", "\"αβ!\"", true)]
    [InlineData("GreekValidator", "\"\"", false)]
    [InlineData("GreekValidator", "\"a\"", false)]
    [InlineData("PlainValidator", "\"a😀\"", true)]
    [InlineData("PlainValidator", "\"a<\"", false)]
    [InlineData("PlainValidator", "\"a\\u00AD\"", false)]
    [InlineData("PlainValidator", "\"\"", false)]
    [InlineData("HiddenValidator", "\"x\\n\\u00AD\\uD83D\"", true)]
    [InlineData("HiddenValidator", "\"y\"", false)]
    [InlineData("EvilValidator", "\"\\\"{\\\\</c>\"", true)]
    [InlineData("AliasValidator", "\"a\\\"b\\\\\\n{}\"", true)]
    [InlineData("AliasValidator", "\"\\n\"", false)]
    [InlineData("BigValidator", "long.MinValue", true)]
    [InlineData("NegativeValidator", "-3000000000", true)]
    [InlineData("NegativeValidator", "-2999999999", false)]
    [InlineData("FewFlagsValidator", "[true, false]", true)]
    [InlineData("FewFlagsValidator", "[true]", false)]
    [InlineData("FreesValidator", "[\"a\", null!]", false)]
    public void Obstacles(string validator, string value, bool valid) =>
        Assert.Equal((valid, valid), emitted.Obstacles.Evaluate<(bool, bool)>($"({validator}.IsValid({value}), {validator}.Validate({value}).Count == 0)"));

    [Fact]
    public void Every_violation_is_named()
    {
        var violations = emitted.Jobs.Evaluate<string>(
            """
            string.Join("\n", StartRequestValidator.Validate(new StartRequest
            {
                ThingName = null!, Note = null!, Status = (Status)7, Count = 11,
                Details = ValueMap.Create(("", "x\u00AD"), ("b", ""), ("c'\n", null!)),
                Items = [new Item { JobId = "job-1", Status = Status.Queued, At = 1 }, null!, new Item { JobId = null!, Status = (Status)9, At = 1 }],
            }).Select(violation => violation + " (" + violation.Clause + ")"))
            """);
        Assert.Equal(
            """
            thingName: expected a value, found nothing (start.thing-name.required)
            status: expected one of QUEUED, IN_PROGRESS, class, found 7 (shape.Status.values)
            details: expected length at most 2, found 3 (shape.DetailsMap.length)
            details.key(''): expected length 1 to 128, found 0 (DetailsKey.length)
            details['']: expected pattern [^\p{C}]*, found 'x\u00AD' (DetailsValue.pattern)
            details['b']: expected length 1 to 1024, found 0 (DetailsValue.length)
            details['c\'\u000A']: expected a value, found nothing ()
            count: expected value 1 to 10, found 11 (shape.Count.range)
            note: expected a value, found nothing (start.note.required)
            items[1]: expected a value, found nothing ()
            items[2].jobId: expected a value, found nothing (item.job-id)
            items[2].status: expected one of QUEUED, IN_PROGRESS, class, found 9 (shape.Status.values)
            """.ReplaceLineEndings("\n"),
            violations);
    }

    [Fact]
    public void What_was_found_is_shortened() =>
        Assert.Equal(
            "value: expected pattern [a-zA-Z0-9:_-]+, found '" + string.Concat(Enumerable.Repeat("😀", 24)) + "…'",
            emitted.Jobs.Evaluate<string>("ThingNameValidator.Validate(string.Concat(Enumerable.Repeat(\"😀\", 64)))[0].ToString()"));

    [Fact]
    public void Nothing_itself_is_a_violation() =>
        Assert.Equal("value: expected a value, found nothing", emitted.Jobs.Evaluate<string>("StartRequestValidator.Validate(null)[0].ToString()"));

    [Fact]
    public void Recursive_shapes_are_checked_to_the_bottom() =>
        Assert.Equal(
            "next.named['a b'].children[1]",
            emitted.Obstacles.Evaluate<string>("NodeValidator.Validate(new Node { Next = new() { Named = ValueMap.Create((\"a b\", new Node { Children = [new(), null!] })) } })[0].Path"));

    [Theory]
    [InlineData(Valid, true)]
    [InlineData("new StartRequest { ThingName = \"a b\", Note = null!, Details = ValueMap.Create((\"\", \"\\n\")) }", false)]
    public void IsValid_allocates_nothing(string value, bool valid)
    {
        var (outcome, allocated) = emitted.Jobs.Run<(bool, long)>(
            $$"""
            var request = {{value}};
            var outcome = true;
            for (var i = 0; i < 100; i++)
            {
                outcome &= StartRequestValidator.IsValid(request);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                outcome &= StartRequestValidator.IsValid(request);
            }

            return (outcome, GC.GetAllocatedBytesForCurrentThread() - before);
            """);
        Assert.Equal((valid, 0), (outcome, allocated));
    }
}
