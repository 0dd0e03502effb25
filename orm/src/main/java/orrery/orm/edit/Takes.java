package orrery.orm.edit;

/// What a method or function takes as its positional arguments.
enum Takes {
  /// Conditions: keywords are lookups.
  CONDITIONS,
  /// Names of something to select.
  SELECTIONS,
  /// Names to sort by.
  ORDERINGS,
  /// Names of columns.
  COLUMNS,
  /// The name of a date or time, then how it is cut.
  TEMPORAL,
  /// Names of to-one relations.
  TO_ONE,
  /// Names of relations, or `Prefetch`.
  PREFETCHES,
  /// Expressions under names of one's own.
  NAMED,
  /// Values of the model's own fields, by keyword.
  OWN,
  /// Other chains.
  CHAINS,
  /// An expression first, whose strings are names; then plain values.
  EXPRESSION,
  /// Expressions, whose strings are names.
  EXPRESSIONS,
  /// Branches of `Case`.
  WHENS,
  /// Objects written as `Model(…)`.
  OBJECTS,
  /// Nothing that a name could be offered for.
  NOTHING;

  /// Returns what `call` takes.
  static Takes of(Frame call) {
    return switch (call.receiver) {
      case Frame.Operand.Queryset _ -> ofMethod(call.callee);
      case Frame.Operand.Expression _, Frame.Operand.Other _ -> NOTHING;
      case null -> ofFunction(call.callee);
    };
  }

  private static Takes ofMethod(String name) {
    return switch (name) {
      case "filter", "exclude", "get", "complex_filter" -> CONDITIONS;
      case "values", "values_list", "distinct" -> SELECTIONS;
      case "order_by", "earliest", "latest" -> ORDERINGS;
      case "only", "defer" -> COLUMNS;
      case "dates", "datetimes" -> TEMPORAL;
      case "select_related" -> TO_ONE;
      case "prefetch_related" -> PREFETCHES;
      case "annotate", "alias", "aggregate" -> NAMED;
      case "create", "update", "get_or_create", "update_or_create" -> OWN;
      case "union", "intersection", "difference" -> CHAINS;
      case "contains", "bulk_create", "bulk_update" -> OBJECTS;
      default -> NOTHING;
    };
  }

  private static Takes ofFunction(String name) {
    return switch (name) {
      case "Q", "When" -> CONDITIONS;
      case "F", "OuterRef", "KT" -> SELECTIONS;
      case "Case" -> WHENS;
      case "Exists", "Subquery" -> CHAINS;
      case "Prefetch", "GenericPrefetch" -> PREFETCHES;
      case "FilteredRelation" -> TO_ONE;
      case "Replace",
          "StringAgg",
          "LPad",
          "RPad",
          "Substr",
          "Left",
          "Right",
          "Repeat",
          "Round",
          "Collate",
          "Cast",
          "Extract",
          "Trunc",
          "Lag",
          "Lead",
          "NthValue" ->
          EXPRESSION;
      case "Value", "RawSQL", "RowRange", "ValueRange", "Ntile" -> NOTHING;
      default ->
          Functions.find(name)
              .filter(e -> !e.group().equals("value"))
              .map(_ -> EXPRESSIONS)
              .orElse(NOTHING);
    };
  }
}
