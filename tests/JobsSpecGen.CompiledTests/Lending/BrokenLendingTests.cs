using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Lending;

/// <summary>The suite of the second service can fail: run against references that were generated from broken specs of it.</summary>
public sealed class BrokenLendingTests
{
    private static readonly CompiledSpec s_lending = CompiledSpec.From(SpecText.Lending, CompiledSpec.InProcessOnly);

    private static readonly Dictionary<string, (string Clause, string Rule, string Broken)> s_mistakes = new()
    {
        ["One copy more than the limit"] = (
        "borrow.limit",
        "- require: count(c in copies where c.status == ON_LOAN && c.memberId == input.memberId) < branch.loanLimit",
        "- require: count(c in copies where c.status == ON_LOAN && c.memberId == input.memberId) <= branch.loanLimit"),
        ["The copy goes to the last in the queue"] = (
        "return.first-in-queue",
        "where: hold.copyId == copy.copyId && hold.place == 1",
        "where: hold.copyId == copy.copyId && hold.place == count(h in holds where h.copyId == copy.copyId)"),
        ["The queue is passed over"] = (
        "return.reserved",
        "- when: any(h in holds where h.copyId == copy.copyId)\n        then:\n          - forEach: leaving",
        "- when: any(h in holds where h.copyId == copy.copyId && h.place > 9)\n        then:\n          - forEach: leaving"),
        ["Who was served still waits"] = (
        "queue.left",
        """
              - remove: leaving
                clause: queue.left
                says: A member who is served or gives up no longer waits.
                source: house rule of the example library
        """,
        ""),
        ["A copy that others wait for is renewed"] = (
        "renew.wanted",
        """
              - require: not any(h in holds where h.copyId == copy.copyId)
                otherwise:
                  error: RenewalRefusedException
                  data:
                    renewals: copy.renewals
                    waiting: count(h in holds where h.copyId == copy.copyId)
                clause: renew.wanted
                says: A loan is not renewed while someone waits for the copy; the error tells how many.
                source: house rule of the example library
        """,
        ""),
        ["A loan that ended leaves its renewals behind"] = (
        "return.loan-ended",
        "- set: { copy.borrowedAt: null, copy.renewals: 0 }\n        clause: return.loan-ended",
        "- keep: [copy.borrowedAt, copy.renewals]\n        clause: return.loan-ended"),
        ["The queue is shown the wrong way round"] = (
        "list-holds.queue",
        "orderBy: hold.place\n        clause: list-holds.queue",
        "orderBy: hold.place desc\n        clause: list-holds.queue"),
        ["The queues of all copies are shown"] = (
        "list-holds.queue",
        "where: hold.copyId == copy.copyId\n        orderBy: hold.place\n        clause: list-holds.queue",
        "where: hold.place > 0\n        orderBy: hold.place\n        clause: list-holds.queue"),
    };

    [Fact]
    public async Task The_reference_keeps_its_spec() =>
        (await Reports.RunAsync(s_lending.Suite, s_lending, "reference")).AssertAllVerified();

    public static TheoryData<string> Mistakes => [.. TestScale.EveryNth(4, [.. s_mistakes.Keys])];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public Task A_mistake_is_found_under_its_clause(string mistake) => AssertFound(s_mistakes[mistake].Clause, s_mistakes[mistake].Rule, s_mistakes[mistake].Broken);

    private static async Task AssertFound(string clause, string rule, string broken)
    {
        var reference = CompiledSpec.From(SpecText.Lending.Replace(rule, broken), CompiledSpec.InProcessOnly);

        var report = await Reports.RunAsync(s_lending.Suite, reference, "broken reference");

        Assert.False(report.Conforms);
        Assert.Equal([clause], report.Violated());
    }
}
