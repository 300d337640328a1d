using System.Text.Json;
using IotJobsData;

namespace JobsSpecGen.CompiledTests.Language;

/// <summary>Null as a value in a map, or as an element of a list, is refused: in JSON when it is read, in C# by the validator.</summary>
public sealed class NullElementTests
{
    [Fact]
    public void Null_in_a_map_of_JSON_is_refused_with_its_place()
    {
        var refusal = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeUpdateJobExecutionRequest("""{"statusDetails":{"a":null}}"""u8));

        Assert.Equal("$.statusDetails.a", refusal.Path);
    }

    [Fact]
    public void Null_in_a_list_of_JSON_is_refused_with_its_place()
    {
        var refusal = Assert.Throws<JsonException>(() => JobsDataPlaneJson.DeserializeGetPendingJobExecutionsResponse("""{"queuedJobs":[null]}"""u8));

        Assert.Equal("$.queuedJobs[0]", refusal.Path);
    }

    [Fact]
    public void Null_in_a_map_of_CSharp_is_reported_by_the_validator()
    {
        var map = new ValueMap<string>([new("a", null!)]);

        Assert.False(DetailsMapValidator.IsValid(map));
        Assert.Contains("a", Assert.Single(DetailsMapValidator.Validate(map)).Path, StringComparison.Ordinal);
    }
}
