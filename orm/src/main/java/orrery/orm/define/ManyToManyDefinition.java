package orrery.orm.define;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A `ManyToManyField`. Made by [Fields].
public final class ManyToManyDefinition implements MemberDefinition {

  private final String target;
  private @Nullable String through;
  private List<String> throughFields = List.of();
  private @Nullable String relatedName;
  private @Nullable String relatedQueryName;
  private @Nullable String table;
  private boolean symmetrical = true;

  ManyToManyDefinition(String target) {
    this.target = target;
  }

  /// Has the rows of this model relate the two: `through`. Without it a join table is made.
  public ManyToManyDefinition through(String model) {
    through = model;
    return this;
  }

  /// Names the foreign keys of the `through` model, to this model and to the other:
  /// `through_fields`. Without it they are the first ones that fit.
  public ManyToManyDefinition throughFields(String source, String target) {
    throughFields = List.of(source, target);
    return this;
  }

  /// Names the reverse relation; a name that ends in `+` hides it: `related_name`.
  public ManyToManyDefinition relatedName(String name) {
    relatedName = name;
    return this;
  }

  /// Names the reverse relation in lookups: `related_query_name`.
  public ManyToManyDefinition relatedQueryName(String name) {
    relatedQueryName = name;
    return this;
  }

  /// Names the join table: `db_table`.
  public ManyToManyDefinition table(String name) {
    table = name;
    return this;
  }

  /// Says whether a relation of a model to itself always goes both ways; it does without this.
  public ManyToManyDefinition symmetrical(boolean symmetrical) {
    this.symmetrical = symmetrical;
    return this;
  }

  String target() {
    return target;
  }

  Optional<String> through() {
    return Optional.ofNullable(through);
  }

  List<String> throughFields() {
    return throughFields;
  }

  Optional<String> relatedName() {
    return Optional.ofNullable(relatedName);
  }

  Optional<String> relatedQueryName() {
    return Optional.ofNullable(relatedQueryName);
  }

  Optional<String> table() {
    return Optional.ofNullable(table);
  }

  boolean isSymmetrical() {
    return symmetrical;
  }
}
