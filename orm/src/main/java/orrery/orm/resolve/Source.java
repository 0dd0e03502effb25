package orrery.orm.resolve;

import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement.JoinKind;

/// A table in a scope: the first, or one that is joined. The kind of its join changes while
/// conditions are added.
final class Source {

  final String alias;

  /// What the alias would be were this the outermost statement.
  final String plain;

  final Model model;
  final @Nullable String parent;
  final @Nullable Hop hop;

  /// What makes it the same join as another from the same parent.
  final String identity;

  /// Whether a row before may meet none of this table's.
  final boolean nullable;

  @Nullable SqlExpr restriction;
  JoinKind kind;

  Source(
      String alias,
      String plain,
      Model model,
      @Nullable String parent,
      @Nullable Hop hop,
      JoinKind kind) {
    this.alias = alias;
    this.plain = plain;
    this.model = model;
    this.parent = parent;
    this.hop = hop;
    this.identity = hop == null ? "" : hop.identity();
    this.nullable = hop != null && hop.nullable();
    this.kind = kind;
  }

  /// Says whether rows before are kept that meet none of this table's.
  boolean isOuter() {
    return kind == JoinKind.LEFT;
  }
}
