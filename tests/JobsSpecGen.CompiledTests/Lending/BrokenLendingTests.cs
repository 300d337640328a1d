using JobsSpecGen.CompiledTests.Harness;

namespace JobsSpecGen.CompiledTests.Lending;

/// <summary>The suite of the second service can fail: run against references that were generated from broken specs of it.</summary>
public sealed class BrokenLendingTests
{
    private static readonly CompiledSpec s_lending = CompiledSpec.From(SpecText.Lending);

    [Fact]
    public async Task The_reference_keeps_its_spec() =>
        (await Reports.RunAsync(s_lending.Suite, s_lending, "reference")).AssertAllVerified();

    [Fact]
    public Task One_copy_more_than_the_limit() => AssertFound(
        "borrow.limit",
        "- require: count(c in copies where c.status == ON_LOAN && c.memberId == input.memberId) < branch.loanLimit",
        "- require: count(c in copies where c.status == ON_LOAN && c.memberId == input.memberId) <= branch.loanLimit");

    [Fact]
    public Task The_copy_goes_to_the_last_in_the_queue() => AssertFound(
        "return.first-in-queue",
        "where: hold.copyId == copy.copyId && hold.place == 1",
        "where: hold.copyId == copy.copyId && hold.place == count(h in holds where h.copyId == copy.copyId)");

    [Fact]
    public Task The_queue_is_passed_over() => AssertFound(
        "return.reserved",
        "- when: any(h in holds where h.copyId == copy.copyId)\n        then:\n          - forEach: leaving",
        "- when: any(h in holds where h.copyId == copy.copyId && h.place > 9)\n        then:\n          - forEach: leaving");

    [Fact]
    public Task Who_was_served_still_waits() => AssertFound(
        "queue.left",
        """
              - remove: leaving
                clause: queue.left
                says: A member who is served or gives up no longer waits.
                source: house rule of the example library
        """,
        "");

    [Fact]
    public Task A_copy_that_others_wait_for_is_renewed() => AssertFound(
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
        "");

    [Fact]
    public Task A_loan_that_ended_leaves_its_renewals_behind() => AssertFound(
        "return.loan-ended",
        "- set: { copy.borrowedAt: null, copy.renewals: 0 }\n        clause: return.loan-ended",
        "- keep: [copy.borrowedAt, copy.renewals]\n        clause: return.loan-ended");

    [Fact]
    public Task The_queue_is_shown_the_wrong_way_round() => AssertFound(
        "list-holds.queue",
        "orderBy: hold.place\n        clause: list-holds.queue",
        "orderBy: hold.place desc\n        clause: list-holds.queue");

    [Fact]
    public Task The_queues_of_all_copies_are_shown() => AssertFound(
        "list-holds.queue",
        "where: hold.copyId == copy.copyId\n        orderBy: hold.place\n        clause: list-holds.queue",
        "where: hold.place > 0\n        orderBy: hold.place\n        clause: list-holds.queue");

    private static async Task AssertFound(string clause, string rule, string broken)
    {
        var reference = CompiledSpec.From(SpecText.Lending.Replace(rule, broken));

        var report = await Reports.RunAsync(s_lending.Suite, reference, "broken reference");

        Assert.False(report.Conforms);
        Assert.Equal([clause], report.Violated());
    }
}
