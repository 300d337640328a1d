using System.Text;
using System.Text.Json;
using LendingLibrary;
using Registers;

namespace JobsSpecGen.CompiledTests.Json;

/// <summary>Codecs of services that have nothing to do with jobs.</summary>
public sealed class OtherServiceTests
{
    [Fact]
    public void A_copy_with_remarks_comes_back()
    {
        var answer = new ReturnCopyResponse
        {
            Copy = new() { BranchName = "north", CopyId = "C-1", Title = "Emma", Status = CopyStatus.OnLoan, MemberId = "M1", BorrowedAt = 1_700_000_000, Renewals = 1, Remarks = ["torn cover", "coffee stain"], Waiting = 0 },
        };
        var json = LendingDeskJson.SerializeToUtf8Bytes(answer);
        Assert.Equal("""{"copy":{"branchName":"north","copyId":"C-1","title":"Emma","status":"ON_LOAN","memberId":"M1","borrowedAt":1700000000,"renewals":1,"remarks":["torn cover","coffee stain"],"waiting":0}}""", Encoding.UTF8.GetString(json));
        Assert.Equal(answer, LendingDeskJson.DeserializeReturnCopyResponse(json));
    }

    [Fact]
    public void A_remark_that_is_none_is_told_with_its_place()
    {
        var e = Assert.Throws<JsonException>(() => LendingDeskJson.DeserializeReturnCopyResponse("""{"copy":{"remarks":["torn",3]}}"""u8));
        Assert.Equal("$.copy.remarks[1]: expected a string, found a number", e.Message);
    }

    [Fact]
    public void A_register_comes_back()
    {
        var answer = new ReadResponse { Value = -3 };
        Assert.Equal(answer, RegisterJson.DeserializeReadResponse(RegisterJson.SerializeToUtf8Bytes(answer)));
        Assert.Equal("{}"u8, RegisterJson.SerializeToUtf8Bytes(new ReadResponse()));
    }
}
