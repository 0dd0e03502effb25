package orrery.orm.render;

import java.util.List;
import orrery.orm.dialect.Sql;

/// A written statement, and which part of its text came from where.
///
/// @param spans the parts in the order in which they end, so inner ones before outer ones
public record Written(Sql sql, List<Span> spans) {

  /// Makes it from a copy of `spans`.
  public Written {
    spans = List.copyOf(spans);
  }
}
