package orrery.orm.define;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.OnDelete;

/// A `ForeignKey` or a `OneToOneField`. Made by [Fields].
public final class ForeignKeyDefinition extends ColumnDefinition<ForeignKeyDefinition>
    implements MemberDefinition {

  private final String target;
  private final boolean oneToOne;
  private OnDelete onDelete = OnDelete.CASCADE;
  private @Nullable String toField;
  private @Nullable String relatedName;
  private @Nullable String relatedQueryName;
  private boolean parentLink;
  private boolean constrained = true;

  ForeignKeyDefinition(String target, boolean oneToOne) {
    this.target = target;
    this.oneToOne = oneToOne;
  }

  /// Says what becomes of the object when what it points to is deleted; without this, it is deleted
  /// too.
  public ForeignKeyDefinition onDelete(OnDelete onDelete) {
    this.onDelete = onDelete;
    return this;
  }

  /// Has it hold the value of this unique field, and not the primary key: `to_field`.
  public ForeignKeyDefinition toField(String name) {
    toField = name;
    return this;
  }

  /// Names the reverse relation; a name that ends in `+` hides it: `related_name`.
  public ForeignKeyDefinition relatedName(String name) {
    relatedName = name;
    return this;
  }

  /// Names the reverse relation in lookups: `related_query_name`.
  public ForeignKeyDefinition relatedQueryName(String name) {
    relatedQueryName = name;
    return this;
  }

  /// Makes it the link to the parent in multi-table inheritance, and so the primary key:
  /// `parent_link=True`.
  public ForeignKeyDefinition parentLink() {
    parentLink = true;
    primaryKey();
    return this;
  }

  /// Has the database not watch over it: `db_constraint=False`.
  public ForeignKeyDefinition unconstrained() {
    constrained = false;
    return this;
  }

  String target() {
    return target;
  }

  boolean isOneToOne() {
    return oneToOne;
  }

  OnDelete onDelete() {
    return onDelete;
  }

  Optional<String> toField() {
    return Optional.ofNullable(toField);
  }

  Optional<String> relatedName() {
    return Optional.ofNullable(relatedName);
  }

  Optional<String> relatedQueryName() {
    return Optional.ofNullable(relatedQueryName);
  }

  boolean isParentLink() {
    return parentLink;
  }

  boolean isConstrained() {
    return constrained;
  }

  @Override
  ForeignKeyDefinition self() {
    return this;
  }
}
