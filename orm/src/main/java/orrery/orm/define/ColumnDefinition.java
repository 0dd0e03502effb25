package orrery.orm.define;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;

/// What fields and foreign keys can be told alike: the options of Django's `Field`.
///
/// @param <S> the definition itself, so that calls can be chained
abstract sealed class ColumnDefinition<S> permits FieldDefinition, ForeignKeyDefinition {

  private @Nullable String column;
  private boolean nullable;
  private boolean blank;
  private boolean primaryKey;
  private boolean unique;
  private boolean indexed;
  private @Nullable Object fixedDefault;
  private @Nullable Supplier<? extends @Nullable Object> defaultValue;
  private @Nullable String dbDefault;
  private @Nullable String generatedBy;
  private boolean generatedStored;
  private @Nullable String collation;
  private final List<Choice> choices = new ArrayList<>();

  abstract S self();

  /// Lets it be NULL: `null=True`.
  public S nullable() {
    nullable = true;
    return self();
  }

  /// Lets it be left empty in a form: `blank=True`.
  public S blank() {
    blank = true;
    return self();
  }

  /// Makes it the primary key, or a part of it: `primary_key=True`.
  public S primaryKey() {
    primaryKey = true;
    return self();
  }

  /// Lets no two rows have the same value: `unique=True`.
  public S unique() {
    unique = true;
    return self();
  }

  /// Gives it an index: `db_index=True`.
  public S indexed() {
    indexed = true;
    return self();
  }

  /// Gives new objects this value where they are given none: `default=value`.
  public S defaultValue(Object value) {
    fixedDefault = value;
    return self();
  }

  /// Gives new objects what `supplier` makes, where they are given none: `default=callable`.
  public S defaultFrom(Supplier<? extends @Nullable Object> supplier) {
    defaultValue = supplier;
    return self();
  }

  /// Has the database fill in the value of this SQL expression: `db_default`.
  public S dbDefault(String sql) {
    dbDefault = sql;
    return self();
  }

  /// Has the database compute it by this SQL expression: a `GeneratedField`.
  ///
  /// @param stored whether it is kept in the row, or computed when it is read
  public S generatedBy(String sql, boolean stored) {
    generatedBy = sql;
    generatedStored = stored;
    return self();
  }

  /// Names its column: `db_column`.
  public S column(String name) {
    column = name;
    return self();
  }

  /// Has the database compare it by this collation: `db_collation`.
  public S collation(String name) {
    collation = name;
    return self();
  }

  /// Adds one of the values that it may have, and the words shown for it: `choices`.
  public S choice(Object value, String label) {
    choices.add(new Choice(value, label));
    return self();
  }

  final boolean isPrimaryKey() {
    return primaryKey;
  }

  final boolean isNullable() {
    return nullable;
  }

  final boolean isUnique() {
    return unique;
  }

  /// Tells `field` all of it.
  final Field.Builder tell(Field.Builder field, String usualColumn) {
    field
        .column(column == null ? usualColumn : column)
        .nullable(nullable)
        .blank(blank)
        .primaryKey(primaryKey)
        .unique(unique)
        .indexed(indexed)
        .dbDefault(dbDefault)
        .collation(collation)
        .choices(choices);
    if (fixedDefault != null) {
      field.defaultValue(fixedDefault);
    }
    if (defaultValue != null) {
      field.defaultFrom(defaultValue);
    }
    if (generatedBy != null) {
      field.generatedBy(generatedBy, generatedStored);
    }
    return field;
  }
}
