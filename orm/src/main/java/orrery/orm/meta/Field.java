package orrery.orm.meta;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;

/// A field that has a column. A foreign key is one with a [Reference]. Immutable.
public final class Field implements Member {

  private final Builder from;

  private Field(Builder from) {
    this.from = from;
  }

  /// Starts a field of `model` called `name`, whose column is called the same.
  public static Builder builder(String model, String name, FieldType type) {
    return new Builder(model, name, type);
  }

  /// Returns a builder that starts from this field.
  public Builder toBuilder() {
    return new Builder(from);
  }

  @Override
  public String model() {
    return from.model;
  }

  /// Returns the name: `title`, of a foreign key `artist`.
  @Override
  public String name() {
    return from.name;
  }

  /// Returns the name, which is also the accessor.
  @Override
  public String accessor() {
    return from.name;
  }

  @Override
  public boolean isToMany() {
    return false;
  }

  /// Returns the name of the raw value: `title`, of a foreign key `artist_id`.
  public String attname() {
    return from.attname;
  }

  /// Returns the name of the column, as the database spells it.
  public String column() {
    return from.column;
  }

  /// Returns the type; of a foreign key, the type of the field it points to, without numbering.
  public FieldType type() {
    return from.type;
  }

  /// Returns where it points, if it is a foreign key.
  public Optional<Reference> reference() {
    return Optional.ofNullable(from.reference);
  }

  /// Says whether it is a foreign key or a one-to-one field.
  public boolean isRelation() {
    return from.reference != null;
  }

  /// Says whether it may be NULL.
  public boolean isNullable() {
    return from.nullable;
  }

  /// Says whether it may be left empty in a form.
  public boolean isBlank() {
    return from.blank;
  }

  /// Says whether it is the primary key or a part of it.
  public boolean isPrimaryKey() {
    return from.primaryKey;
  }

  /// Says whether no two rows have the same value.
  public boolean isUnique() {
    return from.unique;
  }

  /// Says whether an index covers it alone.
  public boolean isIndexed() {
    return from.indexed;
  }

  /// Returns what makes the value of a new object that was given none.
  public Optional<Supplier<? extends @Nullable Object>> defaultValue() {
    return Optional.ofNullable(from.defaultValue);
  }

  /// Returns the default, where it is one and the same value for every new object.
  public Optional<Object> fixedDefault() {
    return from.defaultValue instanceof Fixed(Object value) ? Optional.of(value) : Optional.empty();
  }

  /// Returns the SQL expression by which the database fills in a value that was not given.
  public Optional<String> dbDefault() {
    return Optional.ofNullable(from.dbDefault);
  }

  /// Returns the SQL expression that the database computes the column by; such a field is not
  /// written.
  public Optional<String> generatedBy() {
    return Optional.ofNullable(from.generatedBy);
  }

  /// Says whether a generated column is stored in the row.
  public boolean isGeneratedStored() {
    return from.generatedStored;
  }

  /// Returns the values it may have; empty where any will do.
  public List<Choice> choices() {
    return from.choices;
  }

  /// Returns the collation that was declared.
  public Optional<String> collation() {
    return Optional.ofNullable(from.collation);
  }

  /// Returns what is written in the database about the column: Django's `db_comment`.
  public Optional<String> dbComment() {
    return Optional.ofNullable(from.dbComment);
  }

  /// Returns the type in the database's own words, of a column that was read from one.
  public Optional<String> declaredType() {
    return Optional.ofNullable(from.declaredType);
  }

  /// Returns Django's class name: `CharField`, `ForeignKey`, `OneToOneField`.
  public String className() {
    Reference to = from.reference;
    return to == null ? from.type.name() : to.oneToOne() ? "OneToOneField" : "ForeignKey";
  }

  @Override
  public String toString() {
    return from.model + "." + from.name;
  }

  private record Fixed(Object value) implements Supplier<Object> {
    @Override
    public Object get() {
      return value;
    }
  }

  /// A field in the making. Not thread-safe.
  public static final class Builder {

    private final String model;
    private final String name;
    private FieldType type;
    private String attname;
    private String column;
    private boolean nullable;
    private boolean blank;
    private boolean primaryKey;
    private boolean unique;
    private boolean indexed;
    private boolean generatedStored;
    private @Nullable Supplier<? extends @Nullable Object> defaultValue;
    private @Nullable String dbDefault;
    private @Nullable String generatedBy;
    private @Nullable String collation;
    private @Nullable String declaredType;
    private @Nullable String dbComment;
    private List<Choice> choices = List.of();
    private @Nullable Reference reference;

    private Builder(String model, String name, FieldType type) {
      this.model = model;
      this.name = name;
      this.type = type;
      this.attname = name;
      this.column = name;
    }

    private Builder(Builder other) {
      this.model = other.model;
      this.name = other.name;
      this.type = other.type;
      this.attname = other.attname;
      this.column = other.column;
      this.nullable = other.nullable;
      this.blank = other.blank;
      this.primaryKey = other.primaryKey;
      this.unique = other.unique;
      this.indexed = other.indexed;
      this.generatedStored = other.generatedStored;
      this.defaultValue = other.defaultValue;
      this.dbDefault = other.dbDefault;
      this.generatedBy = other.generatedBy;
      this.collation = other.collation;
      this.declaredType = other.declaredType;
      this.dbComment = other.dbComment;
      this.choices = other.choices;
      this.reference = other.reference;
    }

    /// Sets the type.
    public Builder type(FieldType type) {
      this.type = type;
      return this;
    }

    /// Sets the column's name.
    public Builder column(String column) {
      this.column = column;
      return this;
    }

    /// Sets whether it may be NULL.
    public Builder nullable(boolean nullable) {
      this.nullable = nullable;
      return this;
    }

    /// Sets whether it may be left empty.
    public Builder blank(boolean blank) {
      this.blank = blank;
      return this;
    }

    /// Sets whether it is the primary key or a part of it.
    public Builder primaryKey(boolean primaryKey) {
      this.primaryKey = primaryKey;
      return this;
    }

    /// Sets whether its values are unique.
    public Builder unique(boolean unique) {
      this.unique = unique;
      return this;
    }

    /// Sets whether an index covers it alone.
    public Builder indexed(boolean indexed) {
      this.indexed = indexed;
      return this;
    }

    /// Sets the default to a fixed value.
    public Builder defaultValue(Object value) {
      this.defaultValue = new Fixed(value);
      return this;
    }

    /// Sets the default to what `supplier` gives for each new object.
    public Builder defaultFrom(Supplier<? extends @Nullable Object> supplier) {
      this.defaultValue = supplier;
      return this;
    }

    /// Sets the SQL expression of the database's own default.
    public Builder dbDefault(@Nullable String sql) {
      this.dbDefault = sql;
      return this;
    }

    /// Makes it a generated column.
    public Builder generatedBy(String sql, boolean stored) {
      this.generatedBy = sql;
      this.generatedStored = stored;
      return this;
    }

    /// Sets the collation.
    public Builder collation(@Nullable String collation) {
      this.collation = collation;
      return this;
    }

    /// Sets the type in the database's own words.
    public Builder declaredType(@Nullable String declaredType) {
      this.declaredType = declaredType;
      return this;
    }

    /// Sets what is written in the database about the column.
    public Builder dbComment(@Nullable String comment) {
      this.dbComment = comment;
      return this;
    }

    /// Sets the values it may have.
    public Builder choices(List<Choice> choices) {
      this.choices = List.copyOf(choices);
      return this;
    }

    /// Makes it a foreign key; its raw value is then called `<name>_id`.
    public Builder references(Reference reference) {
      this.reference = reference;
      this.attname = name + "_id";
      if (reference.oneToOne()) {
        this.unique = true;
      }
      return this;
    }

    /// Returns the field.
    public Field build() {
      return new Field(new Builder(this));
    }
  }
}
