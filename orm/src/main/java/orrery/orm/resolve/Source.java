package orrery.orm.resolve;

import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement.JoinKind;

/// A table in a scope: the first, or one that is joined. The kind of its join changes while
/// conditions are added.
final class Source {

  final String alias;
  final Model model;
  final @Nullable String parent;
  final @Nullable Hop hop;
  final String identity;
  final boolean nullable;
  @Nullable SqlExpr restriction;
  JoinKind kind;

  Source(
      String alias,
      Model model,
      @Nullable String parent,
      @Nullable Hop hop,
      String identity,
      boolean nullable,
      JoinKind kind) {
    this.alias = alias;
    this.model = model;
    this.parent = parent;
    this.hop = hop;
    this.identity = identity;
    this.nullable = nullable;
    this.kind = kind;
  }

  /// Says whether rows before are kept that meet none of this table's.
  boolean isOuter() {
    return kind == JoinKind.LEFT;
  }
}
