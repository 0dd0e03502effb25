package orrery.orm.define;

/// What a model can be given under a name: a field or a relation. Made by [Fields]; not thread-safe
/// while it is being defined.
public sealed interface MemberDefinition
    permits FieldDefinition,
        ForeignKeyDefinition,
        GenericForeignKeyDefinition,
        GenericRelationDefinition,
        ManyToManyDefinition {}
