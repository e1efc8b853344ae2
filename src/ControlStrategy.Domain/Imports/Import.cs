namespace ControlStrategy.Domain.Imports;

/// <summary>One file whose figures were taken in, with what became of its rows.</summary>
public sealed class Import : IHasRules
{
    /// <summary>Key, unique among imports.</summary>
    public int Id { get; private set; }

    /// <summary>Name of the file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>What the file holds.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>SHA-256 of the file's content, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When its rows were recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Rows read.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows that gave a value where there was none.</summary>
    public required int New { get; init; }

    /// <summary>Rows that gave another value than the one held.</summary>
    public required int Corrected { get; init; }

    /// <summary>Rows that gave the value held.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows in order but not stored, as rates are, which are computed.</summary>
    public required int NotStored { get; init; }

    /// <summary>Rows refused.</summary>
    public required int Rejected { get; init; }

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">IMPORT_FILE_NAME, IMPORT_HASH or IMPORT_COUNT: the name has a folder, the hash is not
    /// 64 lower-case hexadecimal digits, or a count is negative.</exception>
    public void CheckRules()
    {
        if (string.IsNullOrWhiteSpace(FileName) || FileName.AsSpan().ContainsAny('/', '\\'))
            throw new RuleBrokenException("IMPORT_FILE_NAME", $"An import keeps a file's name without its folder, not \"{FileName}\".");
        if (Sha256.Length != 64 || !Sha256.All(char.IsAsciiHexDigitLower))
            throw new RuleBrokenException("IMPORT_HASH", $"Import of {FileName}: \"{Sha256}\" is not 64 lower-case hexadecimal digits.");
        if (new[] { RowsRead, New, Corrected, Unchanged, NotStored, Rejected }.Min() < 0)
            throw new RuleBrokenException("IMPORT_COUNT", $"Import of {FileName}: a number of rows is 0 or more.");
    }
}

/// <summary>What an imported file holds.</summary>
public enum ImportKind
{
    /// <summary>Crimes and offences recorded by the police.</summary>
    RecordedCrime,

    /// <summary>Populations by area and mid-year.</summary>
    Population,

    /// <summary>Observations in the product's own tidy format.</summary>
    Observations,

    /// <summary>Estimates of a perception survey, with its questions and waves.</summary>
    Survey,

    /// <summary>Areas with their parents and former codes.</summary>
    Areas,

    /// <summary>Initiatives of the strategy.</summary>
    Initiatives,

    /// <summary>Milestones of initiatives.</summary>
    Milestones,

    /// <summary>Activities under initiatives.</summary>
    Activities,

    /// <summary>Targets of measures.</summary>
    Targets,
}
