using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Domain.Tests.Imports;

public sealed class ImportTests
{
    private static readonly string Hash = new('a', 64);

    [Theory]
    [InlineData("folder/crime.csv")]
    [InlineData(@"C:\crime.csv")]
    [InlineData(" ")]
    public void A_file_is_named_without_its_folder(string fileName) =>
        Sample.Breaks("IMPORT_FILE_NAME", fileName, Import(fileName, Hash).CheckRules);

    [Theory]
    [InlineData(63, 'a')]
    [InlineData(65, 'a')]
    [InlineData(64, 'A')]
    [InlineData(64, 'g')]
    public void A_hash_is_64_lower_case_hexadecimal_digits(int length, char digit) =>
        Sample.Breaks("IMPORT_HASH", "crime.csv", Import("crime.csv", new string(digit, length)).CheckRules);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_number_of_rows_is_0_or_more(int rejected, bool accepted)
    {
        var import = Import("crime.csv", Hash, rejected);
        if (accepted)
            import.CheckRules();
        else
            Sample.Breaks("IMPORT_COUNT", "crime.csv", import.CheckRules);
    }

    private static Import Import(string fileName, string sha256, int rejected = 0) => new()
    {
        FileName = fileName,
        Kind = ImportKind.RecordedCrime,
        Sha256 = sha256,
        RecordedAt = Sample.Noon,
        RowsRead = 0,
        New = 0,
        Corrected = 0,
        Unchanged = 0,
        NotStored = 0,
        Rejected = rejected,
    };
}
