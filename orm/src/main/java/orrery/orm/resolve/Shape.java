package orrery.orm.resolve;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.type.FieldType;

/// How rows become an answer. Columns are counted from 0 in the order of the statement's output.
public sealed interface Shape {

  /// Rows become objects.
  ///
  /// @param root the object of each row
  /// @param annotations values beside the fields that every object gets under a name
  /// @param keys where asked for [Parents]: the columns that say which parent a row belongs to
  /// @param arity how many objects the terminal promises
  record Objects(ObjectShape root, List<Slot> annotations, List<Integer> keys, Arity arity)
      implements Shape {
    /// Makes it from copies of the lists.
    public Objects {
      annotations = List.copyOf(annotations);
      keys = List.copyOf(keys);
    }
  }

  /// Rows of a statement by hand become objects; which columns are fields, their names tell.
  ///
  /// @param translations the names of columns, each with the field that it stands for
  /// @param low how many rows are passed over
  /// @param high the row before which the answer ends
  record RawObjects(
      Model model, Map<String, String> translations, long low, OptionalLong high, Arity arity)
      implements Shape {
    /// Makes it from a copy of `translations`.
    public RawObjects {
      translations = Map.copyOf(translations);
    }
  }

  /// Rows become mappings, tuples or bare values.
  ///
  /// @param columns the names, each with the column its value stands in
  record Values(List<Slot> columns, Form form, Arity arity) implements Shape {
    /// Makes it from a copy of `columns`.
    public Values {
      columns = List.copyOf(columns);
    }
  }

  /// The one row becomes one value: `count()`, `exists()`.
  ///
  /// @param kind what the value means
  /// @param ifEmpty the value where no statement is sent
  record Scalar(ScalarKind kind, FieldType type, @Nullable Object ifEmpty) implements Shape {}

  /// The one row becomes a mapping: `aggregate()`.
  record Aggregates(List<Slot> columns, List<IfEmpty> ifEmpty) implements Shape {
    /// Makes it from copies of the lists.
    public Aggregates {
      columns = List.copyOf(columns);
      ifEmpty = List.copyOf(ifEmpty);
    }
  }

  /// The rows are the database's plan of a statement.
  record PlanText() implements Shape {}

  /// The number of rows that the statement changed.
  record Changed() implements Shape {}

  /// What a [Scalar] means.
  enum ScalarKind {
    /// How many rows.
    COUNT,
    /// Whether there is a row: no row means false.
    EXISTS
  }

  /// What [Values] become.
  enum Form {
    /// A mapping by name: `values()`.
    MAPPING,
    /// A tuple: `values_list()`.
    TUPLE,
    /// The bare value of the one column: `values_list(flat=True)`, `dates()`.
    FLAT,
    /// A tuple with names: `values_list(named=True)`.
    NAMED_TUPLE
  }

  /// How many answers a terminal promises.
  enum Arity {
    /// Any number, one for each key.
    BY_KEY,
    /// Any number.
    MANY,
    /// One, or an error: none is `DoesNotExist`, more is `MultipleObjectsReturned`.
    ONE,
    /// One or none: `first()`, `last()`.
    OPTIONAL,
    /// One, or `IndexError`: an index.
    AT_INDEX,
    /// One, or `DoesNotExist`: `earliest()`, `latest()`.
    EARLIEST
  }

  /// A named column.
  ///
  /// @param column where the value stands, or the first of its parts
  /// @param width how many columns it takes: several for a composite key
  record Slot(String name, int column, FieldType type, int width) {
    /// Makes one of a single column.
    public Slot(String name, int column, FieldType type) {
      this(name, column, type, 1);
    }

    /// Returns its value in `row`: that of its column, or of several columns the list.
    public @Nullable Object of(@Nullable Object[] row) {
      return width == 1
          ? row[column]
          : Collections.unmodifiableList(
              Arrays.asList(Arrays.copyOfRange(row, column, column + width)));
    }
  }

  /// The value of an aggregate where no statement is sent.
  record IfEmpty(String name, @Nullable Object value) {}

  /// How an object is made of some columns of a row.
  ///
  /// @param fields the fields that are loaded, each with its column; the others are deferred
  /// @param related objects of to-one relations in the same row
  record ObjectShape(Model model, List<FieldSlot> fields, List<Related> related) {
    /// Makes it from copies of the lists.
    public ObjectShape {
      fields = List.copyOf(fields);
      related = List.copyOf(related);
    }
  }

  /// A loaded field and its column.
  record FieldSlot(Field field, int column) {}

  /// An object of a to-one relation in the same row; where its whole key is NULL, there is none.
  ///
  /// @param member the relation, forwards or backwards
  /// @param cachedAs the name under which the outer object keeps it
  /// @param reverseCachedAs the name under which it keeps the outer object, if it does (one-to-one
  ///   and reverse)
  record Related(
      Member member, String cachedAs, Optional<String> reverseCachedAs, ObjectShape shape) {}
}
