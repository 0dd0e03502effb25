package orrery.orm.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The table of database functions, aggregates and window functions: how many arguments, and the
/// type of the answer.
///
/// A new function is one line here and one in each dialect's table of spellings.
final class Functions {

  /// What kind of function a row is.
  enum Sort {
    /// Of one row.
    PLAIN,
    /// Over many rows.
    AGGREGATE,
    /// Over a window only.
    WINDOW
  }

  /// The type of what a function gives, by the types of its arguments.
  @FunctionalInterface
  interface TypeRule {
    /// Returns the type.
    FieldType of(List<SqlExpr> args);
  }

  /// One function.
  ///
  /// @param most the most arguments, -1 for any number
  /// @param names the keywords by which positional arguments may be given too
  /// @param distinct whether, as an aggregate, it may look at equal values once
  record Row(Sort sort, int least, int most, TypeRule type, List<String> names, boolean distinct) {}

  private static final Map<String, Row> ROWS = new LinkedHashMap<>();
  private static final Set<String> DISTINCT = Set.of("Count", "Sum", "Avg");
  private static final TypeRule FIRST =
      args -> args.isEmpty() ? FieldTypes.ANY : args.getFirst().type();

  static {
    plain("Coalesce", 2, -1, OutputTypes::common);
    plain("Greatest", 2, -1, OutputTypes::common);
    plain("Least", 2, -1, OutputTypes::common);
    plain("NullIf", 2, 2, OutputTypes::common, "expr1", "expr2");
    plain("Now", 0, 0, to(FieldTypes.DATETIME));
    for (String part :
        List.of(
            "Year",
            "IsoYear",
            "Quarter",
            "Month",
            "Week",
            "WeekDay",
            "IsoWeekDay",
            "Day",
            "Hour",
            "Minute",
            "Second")) {
      plain("Extract" + part, 1, 1, to(FieldTypes.INTEGER), "expression");
    }
    for (String part :
        List.of("Year", "Quarter", "Month", "Week", "Day", "Hour", "Minute", "Second")) {
      plain("Trunc" + part, 1, 1, FIRST, "expression");
    }
    plain("TruncDate", 1, 1, to(FieldTypes.DATE), "expression");
    plain("TruncTime", 1, 1, to(FieldTypes.TIME), "expression");
    plain("JSONArray", 0, -1, to(FieldTypes.JSON));
    for (String name :
        List.of(
            "ACos", "ASin", "ATan", "Cos", "Cot", "Degrees", "Exp", "Ln", "Radians", "Sin", "Sqrt",
            "Tan")) {
      plain(name, 1, 1, Functions::realOrDecimal, "expression");
    }
    plain("ATan2", 2, 2, Functions::realOrDecimal);
    plain("Log", 2, 2, Functions::realOrDecimal);
    plain("Power", 2, 2, Functions::realOrDecimal);
    plain("Mod", 2, 2, Functions::realOrDecimal);
    plain("Abs", 1, 1, FIRST, "expression");
    plain("Ceil", 1, 1, FIRST, "expression");
    plain("Floor", 1, 1, FIRST, "expression");
    plain("Sign", 1, 1, FIRST, "expression");
    plain("Round", 1, 2, FIRST, "expression", "precision");
    plain("Pi", 0, 0, to(FieldTypes.FLOAT));
    plain("Random", 0, 0, to(FieldTypes.FLOAT));
    plain("Chr", 1, 1, to(FieldTypes.CHAR), "expression");
    plain("Concat", 2, -1, args -> textOf(OutputTypes.pairwise(args)));
    plain("Left", 2, 2, to(FieldTypes.CHAR), "expression", "length");
    plain("Right", 2, 2, to(FieldTypes.CHAR), "expression", "length");
    plain("Length", 1, 1, to(FieldTypes.INTEGER), "expression");
    plain("Lower", 1, 1, FIRST, "expression");
    plain("Upper", 1, 1, FIRST, "expression");
    plain("LPad", 2, 3, to(FieldTypes.CHAR), "expression", "length", "fill_text");
    plain("RPad", 2, 3, to(FieldTypes.CHAR), "expression", "length", "fill_text");
    plain("LTrim", 1, 1, FIRST, "expression");
    plain("RTrim", 1, 1, FIRST, "expression");
    plain("Trim", 1, 1, FIRST, "expression");
    for (String name : List.of("MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512")) {
      plain(name, 1, 1, to(FieldTypes.CHAR), "expression");
    }
    plain("Ord", 1, 1, to(FieldTypes.INTEGER), "expression");
    plain("Repeat", 2, 2, to(FieldTypes.CHAR), "expression", "number");
    plain("Replace", 2, 3, OutputTypes::common, "expression", "text", "replacement");
    plain("Reverse", 1, 1, FIRST, "expression");
    plain("StrIndex", 2, 2, to(FieldTypes.INTEGER), "string", "substring");
    plain("Substr", 2, 3, to(FieldTypes.CHAR), "expression", "pos", "length");
    plain("UUID4", 0, 0, to(FieldTypes.UUID));
    plain("UUID7", 0, 1, to(FieldTypes.UUID));

    aggregate("Count", to(FieldTypes.INTEGER));
    aggregate("Sum", Functions::sum);
    aggregate("Avg", Functions::average);
    aggregate("Min", FIRST);
    aggregate("Max", FIRST);
    aggregate("StdDev", Functions::realOrDecimal);
    aggregate("Variance", Functions::realOrDecimal);
    aggregate("AnyValue", FIRST);
    aggregate("BitAnd", to(FieldTypes.INTEGER));
    aggregate("BitOr", to(FieldTypes.INTEGER));
    aggregate("BitXor", to(FieldTypes.INTEGER));
    ROWS.put(
        "StringAgg",
        new Row(
            Sort.AGGREGATE, 2, 2, to(FieldTypes.TEXT), List.of("expression", "delimiter"), true));

    window("CumeDist", 0, 0, to(FieldTypes.FLOAT));
    window("DenseRank", 0, 0, to(FieldTypes.INTEGER));
    window("FirstValue", 1, 1, FIRST, "expression");
    window("Lag", 1, 3, FIRST, "expression", "offset", "default");
    window("LastValue", 1, 1, FIRST, "expression");
    window("Lead", 1, 3, FIRST, "expression", "offset", "default");
    window("NthValue", 1, 2, FIRST, "expression", "nth");
    window("Ntile", 0, 1, to(FieldTypes.INTEGER), "num_buckets");
    window("PercentRank", 0, 0, to(FieldTypes.FLOAT));
    window("Rank", 0, 0, to(FieldTypes.INTEGER));
    window("RowNumber", 0, 0, to(FieldTypes.INTEGER));
  }

  private Functions() {}

  private static void plain(String name, int least, int most, TypeRule type, String... names) {
    ROWS.put(name, new Row(Sort.PLAIN, least, most, type, List.of(names), false));
  }

  private static void aggregate(String name, TypeRule type) {
    boolean distinct = DISTINCT.contains(name);
    ROWS.put(name, new Row(Sort.AGGREGATE, 1, 1, type, List.of("expression"), distinct));
  }

  private static void window(String name, int least, int most, TypeRule type, String... names) {
    ROWS.put(name, new Row(Sort.WINDOW, least, most, type, List.of(names), false));
  }

  /// Returns the function `name`, or null where there is none.
  static @Nullable Row find(String name) {
    return ROWS.get(name);
  }

  /// Returns the names of all functions.
  static Set<String> names() {
    return ROWS.keySet();
  }

  private static TypeRule to(FieldType type) {
    return args -> type;
  }

  /// Returns a type without the database's numbering, which an expression never has.
  static FieldType plain(FieldType type) {
    return type.isAuto() ? FieldTypes.INTEGER : type;
  }

  private static FieldType textOf(FieldType type) {
    return type.kind() == Kind.TEXT || type.kind() == Kind.ANY ? type : FieldTypes.TEXT;
  }

  private static FieldType sum(List<SqlExpr> args) {
    FieldType type = args.getFirst().type();
    return type.kind() == Kind.DECIMAL
        ? type.withDigits(-1, type.decimalPlaces())
        : type.kind() == Kind.BOOLEAN ? FieldTypes.INTEGER : type;
  }

  private static FieldType average(List<SqlExpr> args) {
    FieldType type = args.getFirst().type();
    return OutputTypes.isUnknown(type)
        ? type
        : type.kind() == Kind.DECIMAL
            ? FieldTypes.DECIMAL
            : type.kind() == Kind.DURATION ? type : FieldTypes.FLOAT;
  }

  private static FieldType realOrDecimal(List<SqlExpr> args) {
    for (SqlExpr arg : args) {
      if (OutputTypes.isUnknown(arg.type())) {
        return arg.type();
      }
    }
    return args.stream().anyMatch(a -> a.type().kind() == Kind.DECIMAL)
        ? FieldTypes.DECIMAL
        : FieldTypes.FLOAT;
  }
}
