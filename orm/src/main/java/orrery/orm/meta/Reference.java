package orrery.orm.meta;

/// Where a foreign key points: Django's `ForeignKey` or, where unique, `OneToOneField`.
///
/// @param target the name of the model it points to
/// @param toField the name of the field of `target` whose value it holds
/// @param oneToOne whether it is a `OneToOneField`
/// @param onDelete what becomes of the row when its target is deleted
/// @param accessor the name of the reverse relation on an object of `target`
/// @param queryName the name of the reverse relation in lookups
/// @param hidden whether the reverse relation is hidden: a `related_name` that ends in `+`
/// @param parentLink whether it links a child to its parent in multi-table inheritance
/// @param constrained whether the database itself watches over it
public record Reference(
    String target,
    String toField,
    boolean oneToOne,
    OnDelete onDelete,
    String accessor,
    String queryName,
    boolean hidden,
    boolean parentLink,
    boolean constrained) {}
