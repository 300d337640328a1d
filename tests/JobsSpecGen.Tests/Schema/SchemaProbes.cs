namespace JobsSpecGen.Tests.Schema;

/// <summary>A small edit of a spec that ships: the first place where a text stands becomes another text.</summary>
public sealed record SchemaProbe(string Name, string Spec, string Old, string New)
{
    public string Apply()
    {
        var text = SpecFolder.Read(Spec);
        var at = text.IndexOf(Old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{Spec} no longer has the text that the probe '{Name}' edits: {Old}");
        return text[..at] + New + text[(at + Old.Length)..];
    }

    public override string ToString() => Name;
}

/// <summary>Edits that leave no spec, and edits that leave one.</summary>
internal static class SchemaProbes
{
    private const string Jobs = "iot-jobs-data/2017-11-29.jobs.yaml";
    private const string Library = "lending-library/1.jobs.yaml";

    private static string Wire()
    {
        var text = SpecFolder.Read(Library);
        return text[text.IndexOf("\nwire:\n", StringComparison.Ordinal)..];
    }

    public static readonly SchemaProbe[] Mistakes =
    [
        // A key that is not known, at each level.
        new("unknown key of the spec", Library, "timestamps: seconds\n", "timestamps: seconds\nowner: desk\n"),
        new("unknown key of a string shape", Jobs, "    fresh: true\n", "    fresh: true\n    range: 1..5\n"),
        new("unknown key of a long shape", Library, "range: 1..5,", "length: 1..5,"),
        new("unknown key of a timestamp shape", Library, "BorrowedAt: { type: timestamp,", "BorrowedAt: { type: timestamp, range: 1..,"),
        new("unknown key of a member", Library, "memberId: { shape: MemberId, says:", "memberId: { shape: MemberId, optional: true, says:"),
        new("place of travel on a member of an output", Library, "output: { copy: { shape: Copy, required: true } }", "output: { copy: { shape: Copy, required: true, in: body } }"),
        new("default of a member of an error", Library, "members: { status: { shape: CopyStatus, required: true } }", "members: { status: { shape: CopyStatus, default: LOST } }"),
        new("unknown key of an error", Library, "status: 404, says: The branch", "status: 404, retry: true, says: The branch"),
        new("unknown key of the state", Library, "state:\n", "state:\n  rows: many\n"),
        new("unknown key of the partition", Library, "    row: branch\n", "    row: branch\n    initial: 1\n"),
        new("unknown key of a field of the partition", Library, "initial: 1 }", "initial: 1, optional: true }"),
        new("unknown key of a collection", Library, "      row: copy\n", "      row: copy\n      orderBy: copy.title\n"),
        new("unknown key of a field", Library, "memberId: { shape: MemberId, optional: true }", "memberId: { shape: MemberId, required: false }"),
        new("unknown key of a lifecycle", Library, "    initial: ON_SHELF\n", "    initial: ON_SHELF\n    final: LOST\n"),
        new("unknown key of a line of transitions", Library, "to: [LOST], by: world }", "to: [LOST], by: world, when: true }"),
        new("unknown key of a block", Library, "    says: Selects the copy that a request names.\n", "    says: Selects the copy that a request names.\n    source: house rule\n"),
        new("unknown key of an operation", Library, "    says: Tells where a copy is.\n", "    says: Tells where a copy is.\n    source: house rule\n"),
        new("unknown key of the http of an operation", Library, "http: { method: GET,", "http: { method: GET, status: 200,"),
        new("body of an operation", Library, "http: { method: GET,", "http: { method: GET, body: {},"),
        new("unknown key of the http of an action", Library, "http: { method: PUT, path: \"/branches/{branchName}/loan-limit\"", "http: { header: {}, method: PUT, path: \"/branches/{branchName}/loan-limit\""),
        new("list of two in a body", Library, "path: \"/branches/{branchName}/copies\" }", "path: \"/branches/{branchName}/copies\", body: [\"{title}\", \"{copyId}\"] }"),
        new("braces in a key of a body", Library, "path: \"/branches/{branchName}/copies\" }", "path: \"/branches/{branchName}/copies\", body: { \"{title}\": \"{copyId}\" } }"),
        new("mapping in a query", Library, "path: \"/branches/{branchName}/copies\" }", "path: \"/branches/{branchName}/copies\", query: { a: {} } }"),
        new("name of an error that no header carries", Library, "status: 404, says: The branch", "status: 404, wireName: not found, says: The branch"),
        new("rule of the wire that is none", Library, "  malformedBody: {", "  brokenBody: {"),
        new("rule of the wire without a source", Library, "of a path changes nothing., source: house rule of the example library }", "of a path changes nothing. }"),
        new("unknown key of an action", Library, "    says: The branch buys a copy.\n", "    says: The branch buys a copy.\n    output: {}\n"),
        new("unknown key of a step", Library, "      - remove: leaving\n", "      - remove: leaving\n        from: holds\n"),
        new("unknown key of an otherwise", Library, "          error: CopyNotFoundException\n", "          error: CopyNotFoundException\n          status: 404\n"),
        new("unknown key of a scenario", Library, "    given:\n", "    when: now\n    given:\n"),
        new("unknown key of what a scenario expects", Library, "then: { refused: LoanLimitReachedException, with:", "then: { refused: LoanLimitReachedException, data:"),
        new("unknown key of an omission", Jobs, "  - what: Order of checks", "  - who: AWS\n    what: Order of checks"),

        // A key that is missing.
        new("spec without a title", Library, "title: Lending desk of a library\n", ""),
        new("shape without a type", Library, "BorrowedAt: { type: timestamp, says:", "BorrowedAt: { says:"),
        new("list without its elements", Library, "type: list, of: Remark,", "type: list,"),
        new("operation without http", Library, "    http: { method: GET, path: \"/branches/{branchName}/copies/{copyId}\" }\n", ""),
        new("select without otherwise", Jobs, "        otherwise: { error: ResourceNotFoundException }\n", ""),
        new("transition without to", Library, "        to: ON_LOAN\n", ""),
        new("transition without by", Library, "        by: member\n", ""),
        new("create without with", Library, "        with:\n          copyId: input.copyId\n          memberId: input.memberId\n          place: count(h in holds where h.copyId == copy.copyId) + 1\n          placedAt: now\n", ""),
        new("clause without a source", Jobs, "        source: AWS IoT developer guide, StartNextPendingJobExecution and the rules of the next-notification\n", ""),
        new("return without a clause", Jobs, "        clause: start-next.answer\n", ""),
        new("condition of a member without a clause", Jobs, "            $clause: update.document-on-request\n", ""),
        new("clause of a member without a condition", Jobs, "            $when: input.includeJobDocument\n", ""),

        // A step that is none.
        new("step of a kind that is none", Library, "      - use: find-copy\n", "      - call: find-copy\n"),
        new("two kinds in one step", Library, "      - use: find-copy\n", "      - use: find-copy\n        remove: copy\n"),
        new("two kinds in one step that share keys", Library, "      - selectAll: queue\n", "      - selectAll: queue\n        forEach: place\n"),
        new("step that is a word", Library, "      - use: find-copy\n", "      - find-copy\n"),
        new("clause on a when", Library, "      - when: input.remarks == null\n", "      - when: input.remarks == null\n        clause: return.when\n"),
        new("clause on the otherwise of a require", Library, "        otherwise: { error: CopyUnavailableException, data: { status: copy.status } }\n", "        otherwise: { error: CopyUnavailableException, data: { status: copy.status }, clause: a.b, says: c, source: d }\n"),
        new("answer where an error is wanted", Library, "        otherwise: { error: CopyUnavailableException, data: { status: copy.status } }\n", "        otherwise: { return: {} }\n"),
        new("error and answer in one otherwise", Jobs, "          return: {}\n          clause: next.nothing-pending\n", "          return: {}\n          error: ResourceNotFoundException\n          clause: next.nothing-pending\n"),
        new("list with elements in an answer", Jobs, "return: { inProgressJobs: [], queuedJobs: [] }", "return: { inProgressJobs: [now], queuedJobs: [] }"),
        new("row and list in one answer", Library, "holds: { $each: queue }", "holds: { $each: queue, $from: copy }"),
        new("row of the answer itself", Library, "return: { hold: { $from: hold } }", "return: { $from: hold }"),

        // A value that cannot be.
        new("another language", Library, "language: 1\n", "language: 2\n"),
        new("unit that is none", Library, "timestamps: seconds", "timestamps: minutes"),
        new("signing name with a space", Library, "timestamps: seconds\n", "timestamps: seconds\nsigningName: lending desk\n"),
        new("unknown members that are kept", Library, "timestamps: seconds\n", "timestamps: seconds\nunknownMembers: kept\n"),
        new("namespace with a hyphen", Library, "namespace: LendingLibrary", "namespace: Lending-Library"),
        new("name of a shape with an underscore", Library, "  LoanLimit: {", "  Loan_Limit: {"),
        new("name of an error that starts with a digit", Library, "  HoldNotFoundException: {", "  4HoldNotFoundException: {"),
        new("name of an operation with a hyphen", Library, "  GetCopy:\n", "  Get-Copy:\n"),
        new("name of a member with a hyphen", Library, "      branchName: { shape: BranchName, required: true }\n", "      branch-name: { shape: BranchName, required: true }\n"),
        new("name of a block that ends with a hyphen", Library, "  find-copy:\n", "  find-copy-:\n"),
        new("type that is none", Library, "type: timestamp", "type: time"),
        new("length with one dot", Library, "length: 1..64", "length: 1.64"),
        new("length with no bound", Library, "length: 1..64", "length: .."),
        new("length below zero", Library, "length: 1..64", "length: -1..64"),
        new("length that is a number", Library, "length: 1..64", "length: 64"),
        new("range with letters", Library, "range: 1..5", "range: one..five"),
        new("enum without values", Library, "    values:\n      ON_SHELF: The copy stands on the shelf.\n      ON_LOAN: A member has the copy.\n      RESERVED: The copy lies at the desk, kept for a member who waited for it.\n      LOST: Nobody knows where the copy is.\n", "    values: {}\n"),
        new("value of an enum with a hyphen", Library, "      ON_SHELF:", "      ON-SHELF:"),
        new("length on a base", Jobs, "    base: JobId\n", "    base: JobId\n    length: 1..64\n"),
        new("status of success for an error", Library, "status: 404, says: The branch", "status: 200, says: The branch"),
        new("flag that is a word", Library, "rejectsInput: true", "rejectsInput: yes"),
        new("two members in the key of the partition", Library, "key: { branchName: BranchName }", "key: { branchName: BranchName, copyId: CopyId }"),
        new("lifecycle of no field", Library, "  copy.status:\n", "  copy:\n"),
        new("level that is none", Library, "level: should", "level: may"),
        new("clause with a space", Library, "clause: borrow.limit", "clause: borrow limit"),
        new("clause that starts with a dot", Library, "clause: borrow.limit", "clause: .limit"),
        new("method that is none", Library, "method: GET", "method: get"),
        new("path without a slash", Library, "path: \"/branches/{branchName}/copies/{copyId}\"", "path: \"branches/{branchName}/copies/{copyId}\""),
        new("path with a query", Library, "path: \"/branches/{branchName}/copies/{copyId}\"", "path: \"/branches/{branchName}/copies/{copyId}?all\""),
        new("field without a row", Library, "keep: copy.remarks", "keep: remarks"),
        new("new value of no field", Library, "set: { copy.renewals:", "set: { renewals:"),
        new("condition that is a list", Library, "      - require: copy.status in away\n", "      - require: [copy.status in away]\n"),
        new("steps that are a mapping", Library, "          - keep: copy.remarks\n            clause:", "            keep: copy.remarks\n            clause:"),
        new("two calls in one", Library, "when: { ListHolds: {", "when: { GetCopy: {}, ListHolds: {"),
        new("returns and refused in one", Library, "then: { returns: { copy: { renewals: 2 } } }", "then: { returns: { copy: { renewals: 2 } }, refused: CopyNotFoundException }"),
    ];

    public static readonly SchemaProbe[] Allowed =
    [
        new("signing name", Library, "timestamps: seconds\n", "timestamps: seconds\nsigningName: lending-desk\n"),
        new("unknown members refused", Library, "timestamps: seconds\n", "timestamps: seconds\nunknownMembers: refused\n"),
        new("transition without otherwise", Jobs, "            otherwise: { error: InvalidStateTransitionException }\n", ""),
        new("otherwise that is a name", Jobs, "        otherwise: { error: ResourceNotFoundException }\n", "        otherwise: ResourceNotFoundException\n"),
        new("texts that look like numbers", Library, "examples: [Middlemarch, Emma]", "examples: [1984, 2.5, true]"),
        new("revision that looks like a number", Library, "revision: \"1\"", "revision: 1"),
        new("examples of an enum", Library, "    says: Where a copy is.\n", "    says: Where a copy is.\n    examples: [LOST]\n"),
        new("examples of a list", Library, "type: list, of: Remark,", "type: list, of: Remark, examples: [[torn]],"),
        new("one instead of a list", Library, "      key: [copyId]\n", "      key: copyId\n"),
        new("one status instead of a list", Library, "from: [ON_LOAN], to: [ON_SHELF, RESERVED]", "from: ON_LOAN, to: [ON_SHELF, RESERVED]"),
        new("one literal beside the base", Jobs, "also: [$next]", "also: $next"),
        new("bounds with spaces", Library, "range: 1..5", "range: 1 .. 5"),
        new("partition without a clause", Library, "    clause: branch.isolation\n    says: What happens at one branch is neither seen nor felt at another, even for the same copy label and the same member.\n    source: house rule of the example library\n", ""),
        new("collection without a sentence", Library, "      says: Who waits for which copy.\n", ""),
        new("field with a sentence", Library, "        title: Title\n", "        title: { shape: Title, says: As on the cover. }\n"),
        new("new row without its first status", Library, "          status: ON_SHELF\n", ""),
        new("kind of a step at its end", Library, "      - remove: leaving\n        clause: queue.left\n", "      - clause: queue.left\n        remove: leaving\n"),
        new("errors that conform in an otherwise", Library, "          error: CopyNotFoundException\n", "          error: CopyNotFoundException\n          accepts: InvalidRequestException\n"),
        new("action without http", Library, "    http: { method: POST, path: \"/branches/{branchName}/copies\" }\n", ""),
        new("action with all that http can have", Library, "path: \"/branches/{branchName}/copies\" }", "path: \"/branches/{branchName}/{city}\", query: { a: 1, b: \"{copyId}\" }, body: { t: [{ n: 5, t: \"{title}\", c: \"{{{copyId}}}\" }] }, answer: \"{title}\", given: { city: Bath } }"),
        new("spec without rules of the wire", Library, Wire(), ""),
        new("rule of the wire that is a should", Library, "  numbers: { clause: wire.numbers,", "  numbers: { clause: wire.numbers, level: should, facts: [1],"),
        new("action that does nothing", Library, "      - set: { branch.loanLimit: input.loanLimit }\n        clause: limit.set\n        says: A new limit holds from then on and takes nothing away from those who have more.\n        source: house rule of the example library\n", "      []\n"),
        new("facts that are numbers", Library, "    says: Where a copy is.\n", "    says: Where a copy is.\n    facts: [1.5, 2]\n"),
    ];
}
