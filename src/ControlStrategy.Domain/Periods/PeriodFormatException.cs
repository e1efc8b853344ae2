namespace ControlStrategy.Domain.Periods;

/// <summary>A text that should name a period does not.</summary>
public sealed class PeriodFormatException : FormatException
{
    /// <summary>States which text was refused and what would have been accepted.</summary>
    /// <param name="text">The refused text.</param>
    /// <param name="acceptedForms">The accepted forms as one phrase.</param>
    public PeriodFormatException(string text, string acceptedForms)
        : base($"\"{text}\" is not a period. Write {acceptedForms}.")
    {
        Text = text;
        AcceptedForms = acceptedForms;
    }

    /// <summary>The refused text.</summary>
    public string Text { get; }

    /// <summary>What would have been accepted, as one phrase.</summary>
    public string AcceptedForms { get; }
}
