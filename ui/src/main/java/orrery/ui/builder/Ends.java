package orrery.ui.builder;

import orrery.orm.query.Terminal;

/// What the ends of chains do.
final class Ends {
  private Ends() {}

  /// Says whether a chain with this end only reads, and ends by itself.
  static boolean reads(Terminal terminal) {
    return switch (terminal) {
      case Terminal.Fetch _, Terminal.Index _, Terminal.Get _, Terminal.First _ -> true;
      case Terminal.Last _, Terminal.Earliest _, Terminal.Latest _, Terminal.Count _ -> true;
      case Terminal.Exists _, Terminal.Contains _, Terminal.Aggregate _ -> true;
      case Terminal.InBulk _, Terminal.Explain _ -> true;
      case Terminal.Iterator _, Terminal.Create _, Terminal.GetOrCreate _ -> false;
      case Terminal.UpdateOrCreate _, Terminal.BulkCreate _, Terminal.BulkUpdate _ -> false;
      case Terminal.Update _, Terminal.Delete _ -> false;
    };
  }
}
