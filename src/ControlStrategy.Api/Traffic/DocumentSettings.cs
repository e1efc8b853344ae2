using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL.Http;

namespace ControlStrategy.Api.Traffic;

/// <summary>Which documents run, and which may be called by their hash.</summary>
/// <param name="Folder">The folder of trusted documents; null for none.</param>
/// <param name="OnlyTrusted">Whether all other documents are refused.</param>
/// <param name="AutomaticDocuments">Documents of clients that are remembered by their hash; 0 for none.</param>
public sealed record DocumentSettings(string? Folder, bool OnlyTrusted, int AutomaticDocuments)
{
    private const string FolderKey = "Documents:Folder";
    private const int MostAutomaticDocuments = 1_000_000;

    /// <exception cref="SettingException">Only trusted documents run, and there is no folder of them.</exception>
    internal static DocumentSettings Read(SettingReader reader)
    {
        var folder = reader.Text(FolderKey) is { Length: > 0 } given ? Path.GetFullPath(given, AppContext.BaseDirectory) : null;
        var settings = new DocumentSettings(folder, reader.Flag("Documents:OnlyTrusted", false), reader.Number("Documents:Automatic", 500, 0, MostAutomaticDocuments));
        return settings is { OnlyTrusted: true, Folder: null }
            ? throw new SettingException("Documents:OnlyTrusted", $"is true, so no document runs until {FolderKey} is given")
            : settings;
    }

    /// <summary>Reads the trusted documents.</summary>
    /// <exception cref="SettingException">They cannot be read.</exception>
    internal DocumentPolicy ToPolicy()
    {
        try
        {
            var trusted = Folder is null ? TrustedDocuments.None : TrustedDocuments.Read(Folder);
            return new DocumentPolicy { Trusted = trusted, OnlyTrusted = OnlyTrusted, AutomaticDocuments = AutomaticDocuments };
        }
        catch (TrustedDocumentException unreadable)
        {
            throw new SettingException(FolderKey, $"cannot be used: {unreadable.Message}");
        }
    }
}
