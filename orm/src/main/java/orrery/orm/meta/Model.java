package orrery.orm.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model: a table, its fields and its relations to other models. Immutable.
///
/// A model holds what was declared on it; what other models add (reverse relations), and what it
/// has from its parents, [Models] knows.
public final class Model {

  private final Builder from;

  private Model(Builder from) {
    this.from = from;
  }

  /// Starts a model called `name` on the table `table`.
  public static Builder builder(String name, String table) {
    return new Builder(name, table);
  }

  /// Returns a builder that starts from this model.
  public Builder toBuilder() {
    return new Builder(from);
  }

  /// Returns the name, in PascalCase.
  public String name() {
    return from.name;
  }

  /// Returns the table, as the database spells it.
  public String table() {
    return from.table;
  }

  /// Returns the schema that the table is in, where it is not the default one.
  public Optional<String> schema() {
    return Optional.ofNullable(from.schema);
  }

  /// Returns what is written in the database about the table: Django's `db_table_comment`.
  public Optional<String> dbComment() {
    return Optional.ofNullable(from.dbComment);
  }

  /// Returns the application that the model belongs to, as content types record it.
  public String appLabel() {
    return from.appLabel;
  }

  /// Returns the fields with a column in this table, in their order; a child's first is its parent
  /// link.
  public List<Field> localFields() {
    return from.fields;
  }

  /// Returns the members without a column, in their order.
  public List<Member> localVirtual() {
    return from.virtual;
  }

  /// Returns the names of the primary key's fields: one, several for a composite key, none for a
  /// table without.
  public List<String> primaryKey() {
    return from.primaryKey;
  }

  /// Returns the names of the fields that link to a parent in multi-table inheritance.
  public List<String> parentLinks() {
    return from.parentLinks;
  }

  /// Returns the model that this one is another view of.
  public Optional<String> proxyOf() {
    return Optional.ofNullable(from.proxyOf);
  }

  /// Returns the default order: names of fields, with `-` before a descending one.
  public List<String> ordering() {
    return from.ordering;
  }

  /// Returns the field that `latest()` goes by.
  public List<String> getLatestBy() {
    return from.getLatestBy;
  }

  /// Says whether `save()` asks first whether the row exists.
  public boolean selectOnSave() {
    return from.selectOnSave;
  }

  /// Says whether the rows cannot be written: a view.
  public boolean isReadOnly() {
    return from.readOnly;
  }

  /// Says whether it is the join table of a many-to-many relation and nothing else.
  public boolean isAutoCreated() {
    return from.autoCreated;
  }

  /// Returns the name of the field whose value stands for an object where people read it, if one
  /// was found fit.
  public Optional<String> labelField() {
    return Optional.ofNullable(from.labelField);
  }

  /// Returns the constraints other than keys of single fields.
  public List<Constraint> constraints() {
    return from.constraints;
  }

  /// Returns the indexes.
  public List<Index> indexes() {
    return from.indexes;
  }

  @Override
  public String toString() {
    return from.name;
  }

  /// A model in the making. Not thread-safe.
  public static final class Builder {

    private final String name;
    private final String table;
    private @Nullable String schema;
    private @Nullable String dbComment;
    private String appLabel = "app";
    private List<Field> fields = new ArrayList<>();
    private List<Member> virtual = new ArrayList<>();
    private List<String> primaryKey = new ArrayList<>();
    private List<String> parentLinks = new ArrayList<>();
    private @Nullable String proxyOf;
    private List<String> ordering = List.of();
    private List<String> getLatestBy = List.of();
    private boolean selectOnSave;
    private boolean readOnly;
    private boolean autoCreated;
    private @Nullable String labelField;
    private List<Constraint> constraints = new ArrayList<>();
    private List<Index> indexes = new ArrayList<>();

    private Builder(String name, String table) {
      this.name = name;
      this.table = table;
    }

    private Builder(Builder other) {
      this.name = other.name;
      this.table = other.table;
      this.schema = other.schema;
      this.dbComment = other.dbComment;
      this.appLabel = other.appLabel;
      this.fields = new ArrayList<>(other.fields);
      this.virtual = new ArrayList<>(other.virtual);
      this.primaryKey = new ArrayList<>(other.primaryKey);
      this.parentLinks = new ArrayList<>(other.parentLinks);
      this.proxyOf = other.proxyOf;
      this.ordering = List.copyOf(other.ordering);
      this.getLatestBy = List.copyOf(other.getLatestBy);
      this.selectOnSave = other.selectOnSave;
      this.readOnly = other.readOnly;
      this.autoCreated = other.autoCreated;
      this.labelField = other.labelField;
      this.constraints = new ArrayList<>(other.constraints);
      this.indexes = new ArrayList<>(other.indexes);
    }

    /// Sets what is written in the database about the table.
    public Builder dbComment(@Nullable String comment) {
      this.dbComment = comment;
      return this;
    }

    /// Sets the schema.
    public Builder schema(@Nullable String schema) {
      this.schema = schema;
      return this;
    }

    /// Sets the application.
    public Builder appLabel(String appLabel) {
      this.appLabel = appLabel;
      return this;
    }

    /// Adds a field; a primary key among them, or a parent link, is noted.
    public Builder field(Field field) {
      fields.add(field);
      if (field.isPrimaryKey()) {
        primaryKey.add(field.name());
      }
      if (field.reference().map(Reference::parentLink).orElse(false)) {
        parentLinks.add(field.name());
      }
      return this;
    }

    /// Adds a member without a column.
    public Builder virtual(Member member) {
      virtual.add(member);
      return this;
    }

    /// Sets the order of the primary key's fields, where it is not that of the columns.
    public Builder primaryKey(List<String> names) {
      primaryKey = new ArrayList<>(names);
      return this;
    }

    /// Makes it a proxy: another view of the model `name`.
    public Builder proxyOf(String name) {
      this.proxyOf = name;
      return this;
    }

    /// Sets the default order.
    public Builder ordering(List<String> ordering) {
      this.ordering = List.copyOf(ordering);
      return this;
    }

    /// Sets the fields that `latest()` goes by.
    public Builder getLatestBy(List<String> names) {
      this.getLatestBy = List.copyOf(names);
      return this;
    }

    /// Sets whether `save()` asks first.
    public Builder selectOnSave(boolean selectOnSave) {
      this.selectOnSave = selectOnSave;
      return this;
    }

    /// Sets whether rows cannot be written.
    public Builder readOnly(boolean readOnly) {
      this.readOnly = readOnly;
      return this;
    }

    /// Sets whether it is nothing but a join table.
    public Builder autoCreated(boolean autoCreated) {
      this.autoCreated = autoCreated;
      return this;
    }

    /// Sets the field that stands for an object.
    public Builder labelField(@Nullable String name) {
      this.labelField = name;
      return this;
    }

    /// Adds a constraint.
    public Builder constraint(Constraint constraint) {
      constraints.add(constraint);
      return this;
    }

    /// Adds an index.
    public Builder index(Index index) {
      indexes.add(index);
      return this;
    }

    /// Returns the model.
    public Model build() {
      Builder copy = new Builder(this);
      copy.fields = List.copyOf(copy.fields);
      copy.virtual = List.copyOf(copy.virtual);
      copy.primaryKey = List.copyOf(copy.primaryKey);
      copy.parentLinks = List.copyOf(copy.parentLinks);
      copy.constraints = List.copyOf(copy.constraints);
      copy.indexes = List.copyOf(copy.indexes);
      return new Model(copy);
    }
  }
}
