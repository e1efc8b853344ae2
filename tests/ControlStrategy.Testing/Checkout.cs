namespace ControlStrategy.Testing;

/// <summary>Files of the checkout the tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Folder { get; } = Find();

    /// <summary>A file's text with line feeds only.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path])).ReplaceLineEndings("\n");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ControlStrategyApi.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("ControlStrategyApi.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
