using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>What a root field of the engine asks for.</summary>
internal abstract record RootField;

/// <summary>A page of entities.</summary>
internal sealed record EntityListRoot(Entity Entity) : RootField;

/// <summary>One entity by a unique property.</summary>
internal sealed record EntityRoot(Entity Entity, ScalarField By) : RootField;

/// <summary>A hand-written answer.</summary>
internal sealed record RecordRoot(RecordFieldDefinition Definition) : RootField;
