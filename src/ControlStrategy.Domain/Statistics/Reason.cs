namespace ControlStrategy.Domain.Statistics;

/// <summary>Why a figure is not there.</summary>
public enum Reason
{
    /// <summary>Withheld because it could identify somebody. Shorthand [c].</summary>
    Confidential,

    /// <summary>Not known here: not collected, not imported, or not complete. Shorthand [x].</summary>
    NotAvailable,

    /// <summary>Has no meaning here, as a change in per cent from 0. Shorthand [z].</summary>
    NotApplicable,

    /// <summary>Rests on too few answers to be shown. Shorthand [u].</summary>
    LowReliability,

    /// <summary>The series is too short for this figure. Shorthand [x].</summary>
    TooFewPoints,

    /// <summary>The survey chose no random sample, so no error can be stated. Shorthand [z].</summary>
    NotAProbabilitySample,

    /// <summary>The two sides were not measured alike. Shorthand [b].</summary>
    BreakInSeries,
}
