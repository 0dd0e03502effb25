package orrery.orm;

import orrery.orm.db.Reason;
import orrery.orm.query.Terminal;

/// Why the statement of a chain is sent.
final class Reasons {

  private Reasons() {}

  static Reason of(Terminal terminal) {
    return switch (terminal) {
      case Terminal.Count t -> Reason.COUNT;
      case Terminal.Exists t -> Reason.EXISTS;
      case Terminal.Contains t -> Reason.EXISTS;
      case Terminal.Explain t -> Reason.PLAN;
      case Terminal.Fetch t -> Reason.USER;
      case Terminal.Index t -> Reason.USER;
      case Terminal.Get t -> Reason.USER;
      case Terminal.First t -> Reason.USER;
      case Terminal.Last t -> Reason.USER;
      case Terminal.Earliest t -> Reason.USER;
      case Terminal.Latest t -> Reason.USER;
      case Terminal.Aggregate t -> Reason.USER;
      case Terminal.InBulk t -> Reason.USER;
      case Terminal.Iterator t -> Reason.USER;
      case Terminal.Create t -> Reason.USER;
      case Terminal.GetOrCreate t -> Reason.USER;
      case Terminal.UpdateOrCreate t -> Reason.USER;
      case Terminal.BulkCreate t -> Reason.USER;
      case Terminal.BulkUpdate t -> Reason.USER;
      case Terminal.Update t -> Reason.USER;
      case Terminal.Delete t -> Reason.USER;
    };
  }
}
