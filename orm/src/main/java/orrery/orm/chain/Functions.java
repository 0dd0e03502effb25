package orrery.orm.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table of Django's database functions, aggregates and other expressions that a call keeps as
/// they are: the signature of each.
///
/// What stands before the semicolon of a signature becomes `args` of the
/// [orrery.orm.query.Expr.Call], what stands behind it `options`, however it was written.
final class Functions {

  private static final String OUT = "; *, output_field=None)";
  private static final String AGGREGATE =
      "expression; *, filter=None, distinct=False, default=None, order_by=None, output_field=None)";
  private static final String SPREAD =
      "expression; sample=False, *, distinct=False, filter=None, default=None, order_by=None,"
          + " output_field=None)";

  static final Map<String, Signature> AGGREGATES =
      table(
          "AnyValue(" + AGGREGATE,
          "Avg(" + AGGREGATE,
          "BitAnd(" + AGGREGATE,
          "BitOr(" + AGGREGATE,
          "BitXor(" + AGGREGATE,
          "Count(expression; filter=None, *, distinct=False, default=None, order_by=None,"
              + " output_field=None)",
          "Max(" + AGGREGATE,
          "Min(" + AGGREGATE,
          "StdDev(" + SPREAD,
          "StringAgg(expression, delimiter; *, distinct=False, filter=None, default=None,"
              + " order_by=None, output_field=None)",
          "Sum(" + AGGREGATE,
          "Variance(" + SPREAD);

  static final Map<String, Signature> WINDOW =
      table(
          "CumeDist(" + OUT,
          "DenseRank(" + OUT,
          "FirstValue(expression" + OUT,
          "Lag(expression, offset=1, default=None" + OUT,
          "LastValue(expression" + OUT,
          "Lead(expression, offset=1, default=None" + OUT,
          "NthValue(expression, nth=1" + OUT,
          "Ntile(num_buckets=1" + OUT,
          "PercentRank(" + OUT,
          "Rank(" + OUT,
          "RowNumber(" + OUT);

  static final Map<String, Signature> FUNCTIONS = functions();

  /// Lookups as expressions: `GreaterThan(F("a"), F("b"))`.
  static final Map<String, Signature> LOOKUPS = lookups();

  /// What is no function of a database, and still a call that is kept as it is.
  static final Map<String, Signature> OTHERS =
      table(
          "ExpressionWrapper(expression; output_field)",
          "Func(*expressions; function=None, template=None, arg_joiner=None, arity=None,"
              + " output_field=None)",
          "JSONNull()",
          "KT(lookup)",
          "KeyTextTransform(key_name, expression)",
          "KeyTransform(key_name, expression)",
          "Param(name; default=None)",
          "RawSQL(sql, params" + OUT,
          "RowRange(; start=None, end=None, exclusion=None)",
          "ValueRange(; start=None, end=None, exclusion=None)",
          "WindowFrameExclusion(value)",
          "ZoneInfo(key)");

  private Functions() {}

  private static Map<String, Signature> table(String... signatures) {
    Map<String, Signature> table = new LinkedHashMap<>();
    for (String text : signatures) {
      Signature signature = Signature.of(text);
      table.put(signature.name(), signature);
    }
    return table;
  }

  private static Map<String, Signature> lookups() {
    Map<String, Signature> table = new LinkedHashMap<>();
    for (String name :
        List.of(
            "Exact",
            "IExact",
            "Contains",
            "IContains",
            "StartsWith",
            "IStartsWith",
            "EndsWith",
            "IEndsWith",
            "In",
            "GreaterThan",
            "GreaterThanOrEqual",
            "LessThan",
            "LessThanOrEqual",
            "Range",
            "IsNull",
            "Regex",
            "IRegex")) {
      table.put(name, Signature.of(name + "(lhs, rhs)"));
    }
    return table;
  }

  private static Map<String, Signature> functions() {
    Map<String, Signature> table =
        table(
            "Cast(expression, output_field)",
            "Coalesce(*expressions" + OUT,
            "Collate(expression, collation)",
            "Greatest(*expressions" + OUT,
            "Least(*expressions" + OUT,
            "NullIf(expression1, expression2" + OUT,
            "Extract(expression, lookup_name; tzinfo=None, output_field=None)",
            "Trunc(expression, kind; output_field=None, tzinfo=None)",
            "Now(" + OUT,
            "JSONArray(*expressions" + OUT,
            "JSONObject(**fields)",
            "ATan2(expression1, expression2" + OUT,
            "Log(expression1, expression2" + OUT,
            "Mod(expression1, expression2" + OUT,
            "Pi(" + OUT,
            "Power(expression1, expression2" + OUT,
            "Random(" + OUT,
            "Round(expression, precision=0" + OUT,
            "Concat(*expressions" + OUT,
            "ConcatPair(left, right" + OUT,
            "Left(expression, length" + OUT,
            "LPad(expression, length, fill_text=Value(\" \")" + OUT,
            "Repeat(expression, number" + OUT,
            "Replace(expression, text, replacement=Value(\"\")" + OUT,
            "Right(expression, length" + OUT,
            "RPad(expression, length, fill_text=Value(\" \")" + OUT,
            "StrIndex(string, substring" + OUT,
            "Substr(expression, pos, length=None" + OUT,
            "UUID4(" + OUT,
            "UUID7(shift=None" + OUT);
    for (String name :
        List.of(
            "Abs", "ACos", "ASin", "ATan", "Ceil", "Cos", "Cot", "Degrees", "Exp", "Floor", "Ln",
            "Radians", "Sign", "Sin", "Sqrt", "Tan", "Chr", "Length", "Lower", "LTrim", "Ord",
            "Reverse", "RTrim", "Trim", "Upper", "MD5", "SHA1", "SHA224", "SHA256", "SHA384",
            "SHA512")) {
      table.put(name, Signature.of(name + "(expression" + OUT));
    }
    for (String part :
        List.of(
            "Year",
            "IsoYear",
            "Month",
            "Day",
            "Week",
            "WeekDay",
            "IsoWeekDay",
            "Quarter",
            "Hour",
            "Minute",
            "Second")) {
      table.put(
          "Extract" + part,
          Signature.of("Extract" + part + "(expression; tzinfo=None, output_field=None)"));
    }
    for (String part :
        List.of(
            "Year", "Quarter", "Month", "Week", "Day", "Date", "Time", "Hour", "Minute",
            "Second")) {
      table.put(
          "Trunc" + part,
          Signature.of("Trunc" + part + "(expression; output_field=None, tzinfo=None)"));
    }
    return table;
  }
}
