package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.type.FieldType;

/// What a condition can say of a value, in plain words, with Django's lookup. Immutable.
///
/// @param words what people call it: `is at least`
/// @param lookup Django's lookup, after a transform where there is one: `year__gte`
/// @param negated whether the opposite is meant
/// @param takes what it is compared with
public record Operator(String words, String lookup, boolean negated, Operator.Takes takes) {

  /// What an operator is compared with.
  public enum Takes {
    /// One value of the field's type.
    ONE,
    /// A text, whatever the field's type.
    TEXT,
    /// A whole number, whatever the field's type.
    NUMBER,
    /// Several values.
    LIST,
    /// Two values: the first and the last.
    RANGE,
    /// Nothing: it says all by itself, and means `True`.
    TRUE,
    /// Nothing: it says all by itself, and means `False`.
    FALSE
  }

  private static final List<Operator> TEXT =
      List.of(
          new Operator("contains", "icontains", false, Takes.TEXT),
          new Operator("is", "exact", false, Takes.ONE),
          new Operator("is not", "exact", true, Takes.ONE),
          new Operator("starts with", "istartswith", false, Takes.TEXT),
          new Operator("ends with", "iendswith", false, Takes.TEXT),
          new Operator("is one of", "in", false, Takes.LIST),
          new Operator("is none of", "in", true, Takes.LIST),
          new Operator("does not contain", "icontains", true, Takes.TEXT),
          new Operator("is null", "isnull", false, Takes.TRUE),
          new Operator("is not null", "isnull", false, Takes.FALSE),
          new Operator("is, in any case", "iexact", false, Takes.TEXT),
          new Operator("contains, case as given", "contains", false, Takes.TEXT),
          new Operator("starts with, case as given", "startswith", false, Takes.TEXT),
          new Operator("ends with, case as given", "endswith", false, Takes.TEXT),
          new Operator("matches the pattern", "regex", false, Takes.TEXT),
          new Operator("matches the pattern, in any case", "iregex", false, Takes.TEXT),
          new Operator("comes after", "gt", false, Takes.ONE),
          new Operator("comes before", "lt", false, Takes.ONE),
          new Operator("is between", "range", false, Takes.RANGE));

  private static final List<Operator> NUMBER =
      List.of(
          new Operator("is", "exact", false, Takes.ONE),
          new Operator("is not", "exact", true, Takes.ONE),
          new Operator("is more than", "gt", false, Takes.ONE),
          new Operator("is at least", "gte", false, Takes.ONE),
          new Operator("is less than", "lt", false, Takes.ONE),
          new Operator("is at most", "lte", false, Takes.ONE),
          new Operator("is between", "range", false, Takes.RANGE),
          new Operator("is one of", "in", false, Takes.LIST),
          new Operator("is none of", "in", true, Takes.LIST),
          new Operator("is null", "isnull", false, Takes.TRUE),
          new Operator("is not null", "isnull", false, Takes.FALSE));

  private static final List<Operator> TEMPORAL =
      List.of(
          new Operator("is", "exact", false, Takes.ONE),
          new Operator("is before", "lt", false, Takes.ONE),
          new Operator("is after", "gt", false, Takes.ONE),
          new Operator("is from … on", "gte", false, Takes.ONE),
          new Operator("is up to", "lte", false, Takes.ONE),
          new Operator("is between", "range", false, Takes.RANGE),
          new Operator("is one of", "in", false, Takes.LIST),
          new Operator("is null", "isnull", false, Takes.TRUE),
          new Operator("is not null", "isnull", false, Takes.FALSE));

  private static final List<Operator> PLAIN =
      List.of(
          new Operator("is", "exact", false, Takes.ONE),
          new Operator("is not", "exact", true, Takes.ONE),
          new Operator("is one of", "in", false, Takes.LIST),
          new Operator("is null", "isnull", false, Takes.TRUE),
          new Operator("is not null", "isnull", false, Takes.FALSE));

  private static final List<Operator> JSON =
      List.of(
          new Operator("has the key", "has_key", false, Takes.TEXT),
          new Operator("contains", "contains", false, Takes.ONE),
          new Operator("is", "exact", false, Takes.ONE),
          new Operator("is null", "isnull", false, Takes.TRUE),
          new Operator("is not null", "isnull", false, Takes.FALSE));

  private static final List<Operator> TO_MANY =
      List.of(
          new Operator("has any", "isnull", false, Takes.FALSE),
          new Operator("has none", "isnull", false, Takes.TRUE),
          new Operator("has", "exact", false, Takes.ONE),
          new Operator("has one of", "in", false, Takes.LIST));

  /// Returns what can be said of what a path leads to, in the order people reach for it.
  public static List<Operator> of(Meaning meaning) {
    if (meaning.isRelation()) {
      return meaning.isToMany() ? TO_MANY : PLAIN;
    }
    FieldType type = meaning.type();
    List<Operator> all =
        new ArrayList<>(
            switch (type.kind()) {
              case TEXT, ANY -> TEXT;
              case INTEGER, FLOAT, DECIMAL -> NUMBER;
              case DATE, TIME, DATETIME, DURATION -> TEMPORAL;
              case BOOLEAN, BINARY, UUID, ARRAY -> PLAIN;
              case JSON -> JSON;
            });
    for (String transform : LookupNames.transformsOf(type)) {
      boolean isNumber = !transform.equals("date") && !transform.equals("time");
      String part = LookupNames.meaning(transform).replaceFirst(",.*", "");
      Takes takes = isNumber ? Takes.NUMBER : Takes.TEXT;
      all.add(new Operator(part + " is", transform, false, takes));
      if (isNumber) {
        all.add(new Operator(part + " is at least", transform + "__gte", false, takes));
        all.add(new Operator(part + " is at most", transform + "__lte", false, takes));
      }
    }
    return List.copyOf(all);
  }
}
