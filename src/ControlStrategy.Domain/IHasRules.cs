namespace ControlStrategy.Domain;

/// <summary>A noun with rules over more than one of its members; they are checked before it is stored.</summary>
public interface IHasRules
{
    /// <summary>Checks the noun, and what it refers to as far as that is loaded.</summary>
    /// <exception cref="RuleBrokenException">A rule does not hold; the code names it.</exception>
    void CheckRules();
}
