package orrery.orm.resolve;

import java.util.List;
import java.util.Optional;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;

/// One join on the way along a relation path.
///
/// @param to the model whose table is joined
/// @param columns which fields must be equal, of the table before and of the joined one
/// @param toMany whether one row before may meet several joined rows
/// @param direct whether the table before holds the foreign key
/// @param nullable whether a row before may meet none
/// @param identity what makes two joins from the same alias the same join
/// @param type where a generic relation also compares the content type, how
/// @param filteredAs the name of the `FilteredRelation` whose condition it carries; else empty
record Hop(
    Model to,
    List<Pair> columns,
    boolean toMany,
    boolean direct,
    boolean nullable,
    String identity,
    Optional<ContentTypeMatch> type,
    String filteredAs) {

  /// Makes a join without a condition of its own.
  Hop(
      Model to,
      List<Pair> columns,
      boolean toMany,
      boolean direct,
      boolean nullable,
      String identity,
      Optional<ContentTypeMatch> type) {
    this(to, columns, toMany, direct, nullable, identity, type, "");
  }

  /// Returns this join with the condition of the `FilteredRelation` called `name`.
  Hop filteredAs(String name) {
    return new Hop(to, columns, toMany, direct, nullable, identity + " " + name, type, name);
  }

  /// Two fields that must be equal.
  record Pair(Field from, Field to) {}

  /// The comparison of a foreign key to `ContentType` with the key of a model.
  ///
  /// @param field the foreign key
  /// @param onJoined whether the joined table holds it; else the table before
  /// @param model the model whose content type is meant
  record ContentTypeMatch(Field field, boolean onJoined, Model model) {}
}
