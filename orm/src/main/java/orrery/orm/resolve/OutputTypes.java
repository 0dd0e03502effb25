package orrery.orm.resolve;

import java.util.List;
import java.util.Map;
import orrery.orm.error.FieldError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Walk;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The type that several expressions give together, where nobody said it. Django's
/// `_resolve_output_field`.
///
/// Types that do not go together are no trouble until someone asks for the type: an expression may
/// well be a part of another that says its own.
final class OutputTypes {

  private static final String DEMAND = " You must set output_field.";

  /// Which class of fields each extends; the others extend none that matters here.
  private static final Map<FieldType, FieldType> EXTENDS =
      Map.ofEntries(
          Map.entry(FieldTypes.AUTO, FieldTypes.INTEGER),
          Map.entry(FieldTypes.BIG_AUTO, FieldTypes.BIG_INTEGER),
          Map.entry(FieldTypes.SMALL_AUTO, FieldTypes.SMALL_INTEGER),
          Map.entry(FieldTypes.BIG_INTEGER, FieldTypes.INTEGER),
          Map.entry(FieldTypes.SMALL_INTEGER, FieldTypes.INTEGER),
          Map.entry(FieldTypes.POSITIVE_INTEGER, FieldTypes.INTEGER),
          Map.entry(FieldTypes.POSITIVE_BIG_INTEGER, FieldTypes.BIG_INTEGER),
          Map.entry(FieldTypes.POSITIVE_SMALL_INTEGER, FieldTypes.SMALL_INTEGER),
          Map.entry(FieldTypes.SLUG, FieldTypes.CHAR),
          Map.entry(FieldTypes.EMAIL, FieldTypes.CHAR),
          Map.entry(FieldTypes.URL, FieldTypes.CHAR),
          Map.entry(FieldTypes.DATETIME, FieldTypes.DATE),
          Map.entry(FieldTypes.IMAGE, FieldTypes.FILE));

  private OutputTypes() {}

  /// Returns the type of `exprs` together: that of the first, if it is one of all others' too.
  static FieldType common(List<SqlExpr> exprs) {
    FieldType common = FieldTypes.ANY;
    for (SqlExpr expr : exprs) {
      FieldType type = expr.type();
      if (isUnknown(type)) {
        return type;
      }
      if (common.kind() == Kind.ANY) {
        common = type;
      } else if (type.kind() != Kind.ANY && !isA(common, type)) {
        return unknown(
            "Expression contains mixed types: " + common.name() + ", " + type.name() + ".");
      }
    }
    return common;
  }

  /// Returns the type of `exprs` where the last two go together, then the one before with them, and
  /// so on, as Django nests texts that are joined.
  static FieldType pairwise(List<SqlExpr> exprs) {
    SqlExpr rest = exprs.getLast();
    for (int i = exprs.size() - 2; i >= 0; i--) {
      rest = new SqlExpr.Param(null, common(List.of(exprs.get(i), rest)));
    }
    return rest.type();
  }

  private static boolean isA(FieldType type, FieldType other) {
    FieldType at = FieldTypes.find(type.name()).orElse(type);
    while (at != null && !at.name().equals(other.name())) {
      at = EXTENDS.get(at);
    }
    return at != null;
  }

  /// Returns a type that is not known; `sentence` says why.
  static FieldType unknown(String sentence) {
    return new FieldType(sentence + DEMAND, Kind.ANY);
  }

  /// Says whether a type is not known.
  static boolean isUnknown(FieldType type) {
    return type.kind() == Kind.ANY && type.name().endsWith(DEMAND);
  }

  /// Refuses conditional expressions in `expr` whose type is not known: a database is told it.
  static void demandCases(SqlExpr expr) {
    Walk.any(
        expr,
        e -> {
          if (e instanceof SqlExpr.Case) {
            demand(e);
          }
          return false;
        });
  }

  /// Refuses an expression whose type is asked for and not known.
  static void demand(SqlExpr expr) {
    if (isUnknown(expr.type())) {
      throw new FieldError(expr.type().name());
    }
  }
}
