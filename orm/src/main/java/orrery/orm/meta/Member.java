package orrery.orm.meta;

/// What a model has under a name: a column, or a relation in either direction.
public sealed interface Member
    permits Field,
        ForeignObject,
        GenericForeignKey,
        GenericRelation,
        ManyToMany,
        ReverseForeignKey,
        ReverseForeignObject,
        ReverseGeneric,
        ReverseManyToMany {

  /// Returns the name of the model that has it.
  String model();

  /// Returns the name that stands for it in lookups, such as `album` in `filter(album__title=…)`.
  String name();

  /// Returns the name that stands for it on an object and in `prefetch_related`, such as
  /// `album_set`.
  String accessor();

  /// Says whether one object may have many of it.
  boolean isToMany();
}
