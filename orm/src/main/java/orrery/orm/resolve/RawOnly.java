package orrery.orm.resolve;

import orrery.orm.error.AttributeError;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// What may follow `raw()`: next to nothing, since a statement by hand is what it is. Django's
/// `RawQuerySet`.
final class RawOnly {

  private RawOnly() {}

  /// Refuses a step that a raw queryset has not.
  static void refuse(Step step) {
    String method =
        switch (step) {
          case Step.PrefetchRelated s -> "";
          case Step.Using s -> "";
          case Step.Slice s -> "";
          case Step.All s -> "all";
          case Step.None s -> "none";
          case Step.Filter s -> "filter";
          case Step.Exclude s -> "exclude";
          case Step.Annotate s -> "annotate";
          case Step.Alias s -> "alias";
          case Step.OrderBy s -> "order_by";
          case Step.Reverse s -> "reverse";
          case Step.Distinct s -> "distinct";
          case Step.SelectRelated s -> "select_related";
          case Step.Values s -> "values";
          case Step.ValuesList s -> "values_list";
          case Step.Dates s -> "dates";
          case Step.Datetimes s -> "datetimes";
          case Step.Defer s -> "defer";
          case Step.Only s -> "only";
          case Step.Combine s -> "union";
          case Step.Merge s -> "union";
          case Step.SelectForUpdate s -> "select_for_update";
          case Step.Extra s -> "extra";
          case Step.Raw s -> "raw";
        };
    if (!method.isEmpty()) {
      throw none(method);
    }
  }

  /// Refuses an end that a raw queryset has not.
  static void refuse(Terminal terminal) {
    String method =
        switch (terminal) {
          case Terminal.Fetch t -> "";
          case Terminal.Index t -> "";
          case Terminal.Iterator t -> "";
          case Terminal.Get t -> "get";
          case Terminal.First t -> "first";
          case Terminal.Last t -> "last";
          case Terminal.Earliest t -> "earliest";
          case Terminal.Latest t -> "latest";
          case Terminal.Count t -> "count";
          case Terminal.Exists t -> "exists";
          case Terminal.Contains t -> "contains";
          case Terminal.Aggregate t -> "aggregate";
          case Terminal.InBulk t -> "in_bulk";
          case Terminal.Explain t -> "explain";
          case Terminal.Create t -> "create";
          case Terminal.GetOrCreate t -> "get_or_create";
          case Terminal.UpdateOrCreate t -> "update_or_create";
          case Terminal.BulkCreate t -> "bulk_create";
          case Terminal.BulkUpdate t -> "bulk_update";
          case Terminal.Update t -> "update";
          case Terminal.Delete t -> "delete";
        };
    if (!method.isEmpty()) {
      throw none(method);
    }
  }

  private static AttributeError none(String method) {
    return new AttributeError("'RawQuerySet' object has no attribute '" + method + "'");
  }
}
