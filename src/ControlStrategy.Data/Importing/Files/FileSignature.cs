namespace ControlStrategy.Data.Importing.Files;

/// <summary>Tells what a file is by its first bytes, never by its name.</summary>
internal static class FileSignature
{
    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> EmptyZip => "PK\x05\x06"u8;

    // The container of .xls workbooks, and of the ciphertext of protected .xlsx ones.
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The content of a file. What is nothing else is text, and still to be checked for being that.</summary>
    /// <param name="path">The path as it was given, for messages.</param>
    /// <param name="file">The file; it stays open.</param>
    /// <param name="limits">How much may be in it.</param>
    /// <exception cref="ImportOldWorkbookException">It is an old or protected workbook.</exception>
    public static IFileContent ContentOf(string path, Stream file, ImportLimits limits)
    {
        Span<byte> first = stackalloc byte[CompoundFile.Length];
        first = first[..Rewound().ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        if (first.StartsWith(CompoundFile))
            throw new ImportOldWorkbookException(path);
        if (first.StartsWith(Zip) || first.StartsWith(EmptyZip))
            return new WorkbookContent(path, Rewound, limits);
        return first.StartsWith(Gzip)
            ? new TextContent(path, () => new GzippedText(path, Rewound(), limits))
            : new TextContent(path, () => new JoinedStream(Rewound(), default));

        Stream Rewound()
        {
            file.Position = 0;
            return file;
        }
    }
}
