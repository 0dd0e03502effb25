package orrery.orm.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of methods: what may follow a dot on a manager, a queryset or an expression, in the
/// order people reach for them.
///
/// Groups: `query` gives a queryset, `end` an answer, `write` changes rows, `expression` stands
/// after `F("x")`. The signatures and meanings are those of Django's QuerySet reference.
final class Methods {

  private static final Map<String, Entry> QUERYSET = new LinkedHashMap<>();
  private static final Map<String, Entry> EXPRESSION = new LinkedHashMap<>();

  static {
    for (Entry entry :
        Entry.read(
            """
            query | all() | the same queryset again
            query | filter(*conditions, **lookups) | keeps the rows that meet all conditions
            query | exclude(*conditions, **lookups) | drops the rows that meet all conditions
            query | order_by(*fields) | sorts the rows; a minus before a name sorts downwards
            query | select_related(*relations) | joins to-one relations into the same statement
            query | prefetch_related(*lookups) | loads relations in one more statement each
            query | values(*fields, **expressions) | mappings instead of objects
            query | values_list(*fields, flat=False, named=False) | tuples instead of objects
            query | annotate(*aggregates, **expressions) | computes values beside the fields
            query | distinct(*fields) | drops rows that are equal
            end | count() | how many rows there are
            end | first() | the first object, or None
            end | last() | the last object, or None
            end | get(*conditions, **lookups) | the one object that meets all conditions
            end | exists() | whether there is any row
            end | aggregate(*aggregates, **expressions) | values over all rows together
            query | only(*fields) | loads these fields now and the others when they are read
            query | defer(*fields) | loads these fields only when they are read
            query | reverse() | turns the order round
            query | alias(*aggregates, **expressions) | names an expression without selecting it
            query | none() | no rows, and no statement
            end | earliest(*fields) | the object with the smallest value
            end | latest(*fields) | the object with the largest value
            end | in_bulk(id_list=None, field_name="pk") | the objects by their key
            end | contains(obj) | whether the object is among the rows
            end | explain(format=None, **options) | how the database would go about it
            query | dates(field, kind, order="ASC") | the different dates of a field
            query | datetimes(field, kind, order="ASC", tzinfo=None) | the different times of a field
            query | union(*querysets, all=False) | the rows of any of the querysets
            query | intersection(*querysets) | the rows that all of the querysets have
            query | difference(*querysets) | the rows that the other querysets do not have
            query | complex_filter(condition) | keeps the rows that meet a Q or a mapping of lookups
            end | iterator(chunk_size=None) | the objects one after another, without keeping them
            query | select_for_update(nowait=False, skip_locked=False, of=(), no_key=False) | locks the rows
            query | using(alias) | asks another of the open databases
            query | extra(select=None, where=None, params=None, tables=None, order_by=None, select_params=None) | pieces of SQL given by hand
            query | raw(sql, params=()) | objects from a statement given by hand
            write | create(**values) | saves a new object
            write | get_or_create(defaults=None, **lookups) | the one object, made where it is missing
            write | update_or_create(defaults=None, create_defaults=None, **lookups) | changes the one object, or makes it
            write | update(**values) | changes all rows in one statement
            write | delete() | removes all rows, and what depends on them
            write | bulk_create(objs, batch_size=None, ignore_conflicts=False, update_conflicts=False, update_fields=None, unique_fields=None) | saves many new objects at once
            write | bulk_update(objs, fields, batch_size=None) | saves fields of many objects at once
            expression | asc(nulls_first=None, nulls_last=None) | sorts upwards
            expression | desc(nulls_first=None, nulls_last=None) | sorts downwards
            """)) {
      (entry.group().equals("expression") ? EXPRESSION : QUERYSET).put(entry.name(), entry);
    }
  }

  // Django: "Cannot filter a query once a slice has been taken." and the like.
  private static final List<String> NOT_SLICED =
      List.of(
          "filter",
          "exclude",
          "order_by",
          "reverse",
          "distinct",
          "last",
          "earliest",
          "latest",
          "in_bulk",
          "update",
          "delete",
          "dates",
          "datetimes",
          "complex_filter",
          "extra",
          "raw");

  // Django: "Cannot call only() after .values() or .values_list()" and the like.
  private static final List<String> NOT_VALUES =
      List.of("select_related", "prefetch_related", "only", "defer", "delete", "raw");

  // Django: "Calling QuerySet.filter() after union() is not supported."
  private static final List<String> COMBINED =
      List.of(
          "all",
          "order_by",
          "values",
          "values_list",
          "count",
          "exists",
          "first",
          "last",
          "reverse",
          "union",
          "intersection",
          "difference",
          "none",
          "iterator",
          "using",
          "explain");

  private Methods() {}

  /// Returns the method called `name` of a queryset.
  static Optional<Entry> ofQueryset(String name) {
    return Optional.ofNullable(QUERYSET.get(name));
  }

  /// Returns the method called `name` of an expression.
  static Optional<Entry> ofExpression(String name) {
    return Optional.ofNullable(EXPRESSION.get(name));
  }

  /// Returns the methods of expressions.
  static List<Entry> ofExpressions() {
    return List.copyOf(EXPRESSION.values());
  }

  /// Returns the methods that may follow what was asked so far.
  static List<Entry> after(Asked asked) {
    if (asked.ended()) {
      return List.of();
    }
    return QUERYSET.values().stream()
        .filter(e -> !asked.sliced() || !NOT_SLICED.contains(e.name()))
        .filter(e -> !asked.values() || !NOT_VALUES.contains(e.name()))
        .filter(e -> !asked.combined() || COMBINED.contains(e.name()))
        .filter(e -> asked.isManager() || !e.name().equals("raw"))
        .toList();
  }
}
