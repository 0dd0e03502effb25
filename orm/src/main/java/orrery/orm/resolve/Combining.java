package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.NotSupportedError;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;

/// Several queries as one: `union()`, `intersection()`, `difference()`.
final class Combining {

  private Combining() {}

  /// Combines what `scope` says with the other queries of `step`.
  static void combine(Folder folder, Scope scope, Step.Combine step) {
    List<Scope> parts = new ArrayList<>();
    parts.add(copy(scope));
    for (Query query : step.others()) {
      parts.add(folder.fold(query, scope.outer));
    }
    if (isSame(scope, step.combinator(), parts)) {
      return;
    }
    scope.combined = new Scope.Combined(step.combinator(), step.all(), parts);
    scope.where.clear();
    scope.orderBy = List.of();
    scope.defaultOrder = false;
    scope.reversed = false;
    scope.low = 0;
    scope.high = java.util.OptionalLong.empty();
    scope.sliced = false;
    scope.distinct = false;
    scope.none = false;
  }

  // What nothing is added to, taken from or shared with stays a query like any other.
  private static boolean isSame(Scope scope, Step.Combinator combinator, List<Scope> parts) {
    return switch (combinator) {
      case UNION -> parts.size() == 1;
      case DIFFERENCE -> scope.none;
      case INTERSECTION -> {
        scope.none |= parts.stream().anyMatch(part -> part.none);
        yield scope.none;
      }
    };
  }

  /// Returns a scope that says the same and may be changed apart.
  static Scope copy(Scope scope) {
    Scope copy = new Scope(scope.models, scope.model, scope.outer);
    copy.sources.takeFrom(scope.sources);
    copy.annotations.putAll(scope.annotations);
    copy.annotationNodes.putAll(scope.annotationNodes);
    copy.selectedAnnotations.addAll(scope.selectedAnnotations);
    copy.filteredRelations.putAll(scope.filteredRelations);
    copy.where.addAll(scope.where);
    copy.orderBy = scope.orderBy;
    copy.defaultOrder = scope.defaultOrder;
    copy.reversed = scope.reversed;
    copy.distinct = scope.distinct;
    copy.distinctFields = scope.distinctFields;
    copy.low = scope.low;
    copy.high = scope.high;
    copy.sliced = scope.sliced;
    copy.picks = scope.picks;
    copy.picksAll = scope.picksAll;
    copy.form = scope.form;
    copy.groupBy = scope.groupBy;
    copy.groupByModel = scope.groupByModel;
    copy.related = scope.related;
    copy.relatedAll = scope.relatedAll;
    copy.deferral = scope.deferral;
    copy.combined = scope.combined;
    copy.extra = scope.extra;
    copy.none = scope.none;
    return copy;
  }

  /// Refuses what cannot be asked of a combined query.
  static void refuse(Scope.Combined combined, Step step) {
    String method =
        switch (step) {
          case Step.Filter s -> "filter";
          case Step.Exclude s -> "exclude";
          case Step.Annotate s -> "annotate";
          case Step.Alias s -> "alias";
          case Step.Distinct s -> "distinct";
          case Step.SelectRelated s -> "select_related";
          case Step.PrefetchRelated s -> "prefetch_related";
          case Step.Defer s -> "defer";
          case Step.Only s -> "only";
          case Step.Dates s -> "annotate";
          case Step.Datetimes s -> "annotate";
          case Step.SelectForUpdate s -> "select_for_update";
          case Step.Extra s -> "extra";
          case Step.All s -> "";
          case Step.None s -> "";
          case Step.OrderBy s -> "";
          case Step.Reverse s -> "";
          case Step.Values s -> s.named().isEmpty() && !computes(s.fields()) ? "" : "annotate";
          case Step.ValuesList s -> computes(s.fields()) ? "annotate" : "";
          case Step.Using s -> "";
          case Step.Combine s -> "";
          case Step.Merge s -> "";
          case Step.Raw s -> "raw";
          case Step.Slice s -> "";
        };
    if (!method.isEmpty()) {
      throw notSupported(combined, method);
    }
  }

  private static boolean computes(List<Selection> fields) {
    return fields.stream().anyMatch(f -> f instanceof Expr && !(f instanceof Expr.Literal));
  }

  /// Returns the error for a method that cannot be asked of a combined query.
  static NotSupportedError notSupported(Scope.Combined combined, String method) {
    return new NotSupportedError(
        "Calling QuerySet." + method + "() after " + combined.name() + "() is not supported.");
  }
}
